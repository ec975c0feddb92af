### Todos los textos en pantalla, en español. Un bloque por área; cada clave se
### llama area-cosa. Mantenga cada clave en el bloque de su área.


### ---- shell ----

shell-product = Argonaut
shell-skip = Ir al contenido
shell-nav-label = Menú principal
shell-nav-today = Hoy
shell-nav-clients = Clientes
shell-nav-find = Buscar
shell-nav-matches = Presentaciones
shell-nav-helpers = Ayudantes
shell-nav-admin = Administración
shell-bell = { $count ->
    [0] Avisos, nada nuevo
    [one] Avisos, 1 nuevo
   *[other] Avisos, { $count } nuevos
}
shell-bell-many = 99+
shell-account-menu = Su cuenta
shell-account-profile = Mi perfil
shell-account-settings = Ajustes y seguridad
shell-sign-in = Entrar
shell-sign-up = Crear cuenta
shell-sign-out = Salir
shell-language = Idioma
shell-footer = Ayude a que la gente se ayude. Lo que anota sobre un cliente se guarda sellado.
shell-footer-label = Sobre esta página
shell-footer-about = Sobre Argonaut
shell-footer-help = Ayuda
shell-flash-label = Mensaje
shell-steps-done = hecho
shell-steps-now = ahora
shell-steps-stopped = detenido
shell-steps-later = por hacer
shell-pager-label = Más páginas
shell-pager-previous = Anteriores
shell-pager-next = Más
shell-breadcrumb-label = Dónde está
shell-timeline-label = Lo que ha pasado
shell-private-title = Solo usted puede ver esto
shell-circle-title = Solo usted y el círculo de este cliente pueden ver esto
shell-public-title = Otras personas verán esto
shell-print = Imprimir esta página
shell-copy = Copiar
shell-copied = Copiado
shell-pair-point = Punto
shell-pair-match = encaja
shell-pair-mismatch = no encaja
shell-pair-unknown = no se sabe
shell-table-actions = Acciones

# Fechas. Cada parte es un número; los meses van de 1 a 12.
shell-month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
shell-date = { $day } de { shell-month } de { $year }
shell-date-no-year = { $day } de { shell-month }
shell-month-year = { shell-month } de { $year }
shell-week-of = semana del { $date }
shell-ago-today = hoy
shell-ago-yesterday = ayer
shell-ago-days = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}
shell-ago-weeks = { $count ->
    [one] hace { $count } semana
   *[other] hace { $count } semanas
}
shell-ago-months = { $count ->
    [one] hace { $count } mes
   *[other] hace { $count } meses
}
shell-ago-years = { $count ->
    [one] hace { $count } año
   *[other] hace { $count } años
}
shell-in-tomorrow = mañana
shell-in-days = { $count ->
    [one] en { $count } día
   *[other] en { $count } días
}
shell-in-weeks = { $count ->
    [one] en { $count } semana
   *[other] en { $count } semanas
}
shell-in-months = { $count ->
    [one] en { $count } mes
   *[other] en { $count } meses
}
shell-in-years = { $count ->
    [one] en { $count } año
   *[other] en { $count } años
}
shell-list-and = { $first } y { $last }

### ---- end of shell ----


### ---- form ----

form-required = obligatorio
form-optional = opcional
form-save = Guardar
form-cancel = Cancelar
form-continue = Seguir
form-search = Buscar
form-apply = Ver resultados
form-clear = Borrar
form-choose = Elija…
form-errors-title = { $count ->
    [one] Hay una cosa que corregir
   *[other] Hay { $count } cosas que corregir
}
form-error-prefix = Error:
form-show-password = Mostrar contraseña
form-filter-terms = Escriba para acortar la lista
form-filter-found = { $count ->
    [0] No hay nada. Pruebe con otra palabra.
    [one] Uno encontrado
   *[other] { $count } encontrados
}
form-group-chosen = { $count ->
    [0] ninguno elegido
    [one] uno elegido
   *[other] { $count } elegidos
}
form-date-hint = Día, mes y año
form-place-hint = Escriba un pueblo o ciudad y elija de la lista
form-place-which = Hay más de un lugar con ese nombre. ¿Cuál es?
form-options-found = { $count ->
    [0] No hay nada
    [one] Una sugerencia. Use las flechas para elegir.
   *[other] { $count } sugerencias. Use las flechas para elegir.
}
form-unsaved = Tiene cambios sin guardar.

### ---- end of form ----


### ---- errors ----

errors-not-same-origin = Esta petición no vino de este sitio, así que nada ha cambiado. Abra la página otra vez e inténtelo de nuevo.

errors-home = Ir al inicio
errors-sign-in = Primero inicie sesión.
errors-invalid-title = Falta algo
errors-invalid = Lo que se envió no se puede usar así. Vuelva atrás, revise el formulario y envíelo otra vez.
errors-not-found-title = Esa página no existe
errors-not-found = No existe, se ha retirado o no le corresponde verla. Revise la dirección o empiece de nuevo desde el inicio.
errors-conflict-title = Alguien fue más rápido
errors-conflict = Cambió mientras tanto, así que no se guardó nada. Abra la página de nuevo, mírela e inténtelo otra vez.
errors-forbidden-title = No puede hacer esto
errors-forbidden = Puede verlo, pero no cambiarlo.
errors-busy-title = Demasiado a la vez
errors-busy = Hay mucha gente ocupada aquí ahora mismo. Espere unos segundos e inténtelo otra vez.
errors-internal-title = Es culpa nuestra
errors-internal = Algo falló de nuestro lado y ha quedado anotado. Inténtelo de nuevo; si sigue igual, avise a quien administra este sitio.
errors-unavailable-title = Ahora mismo no estamos disponibles
errors-unavailable = La base de datos no responde. No se cambió nada. Inténtelo de nuevo en un minuto.

### ---- end of errors ----


### ---- accounts ----


accounts-sign-up-title = Cree su cuenta
accounts-sign-up-lead = Usted ayuda a otros; Argonaut le ayuda a usted. Tarda un minuto.
accounts-sign-up = Crear cuenta
accounts-have-account = Ya tengo cuenta
accounts-name = Su nombre
accounts-name-hint = Otros ayudantes lo ven cuando trabajan juntos.
accounts-handle = Usuario
accounts-handle-hint = Un nombre corto para entrar: letras, números, puntos o guiones.
accounts-password = Contraseña
accounts-password-hint = Al menos 12 caracteres. Cuatro palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.
accounts-password-new = Contraseña nueva
accounts-password-present = Contraseña actual
accounts-password-change = Cambiar contraseña
accounts-password-short = La contraseña es muy corta. Use al menos 12 caracteres.
accounts-password-long = La contraseña es muy larga. Use como mucho 1000 caracteres.
accounts-password-weak = Esta contraseña es fácil de adivinar. Pruebe con cuatro palabras sin relación.
accounts-password-wrong = Esa no es su contraseña actual.
accounts-bad-name = Díganos su nombre, en 80 caracteres como máximo.
accounts-bad-handle = El usuario tiene de 3 a 30 letras a–z, números, puntos o guiones, y empieza con una letra.
accounts-handle-taken = Alguien ya tiene este usuario. Pruebe con otro.
accounts-invitation-title = Necesita una invitación
accounts-invitation-needed = Los nuevos ayudantes entran con la invitación de alguien que ya está. Pídale un enlace; cada enlace sirve una vez.
accounts-closed-title = Ahora nadie puede registrarse
accounts-closed = Quien administra este sitio ha cerrado el registro. Pregúntele.
accounts-approval-lead = Quien administra este sitio mira cada cuenta nueva. Podrá entrar cuando esté aprobada.
accounts-waits-title = Su cuenta espera aprobación
accounts-waits = Su cuenta espera aprobación. Intente entrar más tarde.
accounts-suspended = Esta cuenta está suspendida. Pregunte a quien administra este sitio.
accounts-not-active = Esta cuenta no está activa. Pregunte a quien administra este sitio.
accounts-code-title = Su código de recuperación
accounts-code-lead = Imprímalo o anótelo ahora, y guárdelo con sus papeles importantes.
accounts-code-why = Los datos de sus clientes están sellados con su contraseña. Si la olvida, este código los vuelve a abrir. Mientras no elija contactos de confianza, es la única forma.
accounts-code-once = Se muestra solo esta vez. Nadie puede buscarlo por usted.
accounts-code-kept = Ya lo guardé. Seguir
accounts-code-new = Código de recuperación nuevo
accounts-code-new-lead = ¿Perdió el papel? Haga un código nuevo. El viejo deja de servir.
accounts-code-make = Hacer un código nuevo
accounts-sign-in-title = Entrar
accounts-sign-in-wrong = El usuario y la contraseña no coinciden. Revíselos e inténtelo otra vez.
accounts-forgotten = Olvidé mi contraseña
accounts-no-account = ¿Es nuevo aquí?
accounts-recover-title = Volver a entrar
accounts-recover-lead = Con su código de recuperación elige una contraseña nueva, y no se pierde nada.
accounts-recover-code = Código de recuperación
accounts-recover-code-hint = Del papel que imprimió. Puede llevar espacios y minúsculas.
accounts-recover = Poner contraseña nueva
accounts-recover-wrong = El usuario y el código no coinciden. Revíselos e inténtelo otra vez.
accounts-recover-mistyped = El código tiene un error. Compárelo con su papel.
accounts-sessions = Dónde tiene la sesión abierta
accounts-sessions-lead = Si no reconoce alguno, cierre su sesión y cambie la contraseña.
accounts-device-unknown = Un dispositivo
accounts-session-seen = último uso: { $when }
accounts-session-this = este
accounts-session-end = Cerrar esa sesión
accounts-session-end-others = Cerrar las demás sesiones
accounts-invitations = Invitar a un ayudante
accounts-invitations-lead = Cada enlace sirve una vez, durante { $days } días. Invite a quien confiaría sus propios clientes.
accounts-invite = Hacer un enlace de invitación
accounts-invitation-fresh = Su enlace de invitación
accounts-invitation-once = Cópielo ahora y envíelo; no se vuelve a mostrar.
accounts-invitation-made = Hecha { $when }
accounts-invitation-used = usada
accounts-invitation-over = caducada
accounts-invitation-revoke = Anular
### ---- end of accounts ----


### ---- admin ----


admin-not-yourself = No puede suspenderse a sí mismo. Pida ayuda a otro administrador.
admin-no-break-glass-title = Usted administra este sitio y no puede abrir registros
admin-no-break-glass = Quien administra ve cuentas y el registro de actos, nunca los datos de un cliente. No hay puerta trasera. Solo con la llave de recuperación de su organización, y solo a quien la eligió, se le puede dejar volver.
admin-registration = Quién puede registrarse
admin-who-can-sign-up = Los nuevos ayudantes entran
admin-way-closed = De ninguna manera
admin-way-invitation = Con una invitación
admin-way-approval = Tras la aprobación de quien administra
admin-way-open = Libremente
admin-pending = Esperan aprobación
admin-approve = Aprobar
admin-active = Activas
admin-suspend = Suspender
admin-suspend-title = ¿Suspender a { $name }?
admin-suspend-lead = Se cierra su sesión en el acto y nada suyo queda a la vista. Puede restablecer la cuenta.
admin-suspended = Suspendidas
admin-restore = Restablecer
admin-log = Lo que se hizo
admin-the-program = el programa
### ---- end of admin ----


### ---- profile ----


profile-lead = Lo que puede dar y para quién. Así otros le encuentran para sus clientes.
profile-public = Palabras públicas: aquí no van nombres ni datos de clientes.
profile-role = Usted es
profile-area = Dónde ayuda
profile-area-hint = Su pueblo o ciudad.
profile-languages = Idiomas que habla
profile-about = Unas palabras sobre usted
profile-about-hint = Como máximo 600 caracteres.
profile-about-long = Como máximo { $most } caracteres sobre usted.
profile-note-long = Una nota tiene como máximo { $most } caracteres.
profile-too-many = Elija como máximo { $most } en cada lista.
profile-offers = Lo que ofrece
profile-offers-hint = Habilidades, cosas, tiempo. Después de guardar puede añadir una nota y cada cuánto.
profile-offers-pick = ¿Qué puede dar?
profile-offer-level = { $offer }: ¿lo tiene?
profile-offer-month = { $offer }: veces al mes
profile-offer-note = { $offer }: nota
profile-level-has = Lo tengo
profile-level-learning = aprendiendo
profile-situations = Tipos de clientes con los que trabaja
profile-situations-hint = En general, no de una persona.
profile-privacy = Lo que ven los demás
profile-who-finds = Quién me encuentra en listas y sugerencias
profile-who-area = Quién ve mi zona
profile-who-offers = Quién ve lo que ofrezco
profile-who-clients = Quién ve los tipos de clientes
profile-reach-everyone = Todos aquí
profile-reach-contacts = Mis contactos
profile-reach-nobody = Nadie
profile-save = Guardar perfil
### ---- end of profile ----


### ---- clients ----


clients-new = Cliente nuevo
clients-new-lead = Basta un nombre o iniciales. Añada el resto cuando lo sepa.
clients-record = Registrar cliente
clients-lead = { $count ->
    [one] Usted actúa por una persona.
   *[other] Usted actúa por { $count } personas.
}
clients-private = Se guarda sellado. Nadie más aquí puede abrirlo, ni quien administra este sitio.
clients-empty-title = ¿A quién ayuda?
clients-empty = Registre a las personas por las que actúa: un vecino, un familiar, alguien de la iglesia. Argonaut busca quién podría ayudarles, sin mostrar nada de ellas a nadie.
clients-search = Buscar entre sus clientes
clients-show = Mostrar
clients-need = Que necesitan
clients-any-need = cualquier cosa
clients-sort = Ordenar por
clients-shelf-active = Todas las personas
clients-shelf-unattended = Sin atención en 30 días
clients-shelf-carded = Con tarjeta a la vista
clients-shelf-uncarded = Sin tarjeta
clients-shelf-archived = Archivo
clients-sort-name = Nombre
clients-sort-attention = Más tiempo sin atención
clients-sort-urgency = Necesidades más urgentes
clients-sort-newest = Más recientes
clients-shown = { $first } a { $last } de { $total }
clients-none-title = No se encontró a nadie
clients-none = Pruebe con menos palabras o muestre otra parte de la lista.
clients-attended = en contacto: { $when }
clients-card-on-show = tarjeta a la vista
clients-open-matches = { $count ->
    [one] 1 presentación abierta
   *[other] { $count } presentaciones abiertas
}
clients-suggestions = Sugerencias
clients-card = Tarjeta
clients-needs = Necesita
clients-needs-hint = ¿Qué ayudaría? Marque lo que corresponda; la urgencia se puede poner después de guardar.
clients-needs-pick = Qué hace falta
clients-need-urgency = { $need }: ¿qué urgencia?
clients-need-since = { $need }: ¿desde cuándo?
clients-need-note = { $need }: nota
clients-since = desde el { $date }
clients-offers = Puede dar
clients-interests = Le gusta
clients-connections = Busca
clients-connections-hint = ¿Qué tipo de conexión? Sin marcar vale cualquiera.
clients-situations = Situación
clients-situations-hint = Para su propia vista. Nunca aparece en una tarjeta.
clients-name = Nombre o iniciales
clients-name-hint = Como usted le llame.
clients-full-name = Nombre completo
clients-pronouns = Pronombres
clients-relationship = Qué es para usted
clients-gender = Género
clients-birth = Año o fecha de nacimiento
clients-birth-hint = 1950, o 1950-04-30
clients-birth-unreadable = Escriba un año como 1950 o una fecha como 1950-04-30.
clients-place = Dónde vive
clients-place-unknown = No conocemos este lugar. Escriba el pueblo más cercano y elija de la lista.
clients-languages = Idiomas que habla
clients-languages-often = Muy hablados
clients-languages-rest = Más idiomas
clients-phones = Teléfono
clients-emails = Correo electrónico
clients-one-per-line = Uno por línea.
clients-address = Dirección
clients-preferred = Mejor forma de contacto
clients-times = Mejor hora
clients-not-said = Sin decir
clients-form-contact = Nombre y datos de contacto
clients-form-gives = Lo que puede dar y le gusta
clients-form-situation = Situación
clients-form-seeks = A quién quiere conocer
clients-limit-stages = Solo personas de estas edades
clients-limits-hint = Sin marcar no hay límite.
clients-limit-genders = Solo personas de estos géneros
clients-limit-languages = Solo personas que hablen
clients-max-km = A cuántos kilómetros como máximo
clients-km-unreadable = Escriba un número entero de kilómetros, como 20.
clients-never = No presentar nunca a
clients-never-hint = Nombres, uno por línea. Se quedan aquí y nunca se comparten.
clients-fault-missing = Escriba un nombre o iniciales.
clients-fault-long = Es muy largo: { $most } caracteres como máximo.
clients-fault-many = Son demasiados: { $most } como máximo.
clients-fault-date = Esta fecha no puede ser. Revísela.
clients-rel-friend = Amistad
clients-rel-relative = Familiar
clients-rel-neighbour = Vecino o vecina
clients-rel-church = Miembro de la iglesia
clients-rel-parishioner = Feligrés
clients-rel-agency = Cliente de una agencia
clients-rel-other = Otro
clients-way-call = Llamada
clients-way-message = Mensaje de texto
clients-way-email = Correo electrónico
clients-way-letter = Carta
clients-way-visit = En persona
clients-way-helper = A través de mí
clients-edit = Editar
clients-edit-title = Editar a { $name }
clients-changed-meanwhile = El registro cambió desde que abrió este formulario. Su texto sigue aquí. Revíselo y guarde otra vez; al guardar se reemplaza el otro cambio.
clients-not-the-lead = Solo quien dirige este caso puede hacerlo.
clients-archived = Este cliente está en el archivo.
clients-restore = Recuperar
clients-archive = Pasar al archivo
clients-archive-hint = Retira la tarjeta y cierra las presentaciones abiertas. Puede recuperarlo.
clients-attend = Hoy estuve en contacto
clients-person = Sobre la persona
clients-person-empty = Nada todavía. Añádalo cuando lo sepa.
clients-matches = Presentaciones
clients-no-matches = Ninguna todavía. Mire las sugerencias.
clients-notes = Notas
clients-note-new = Nota nueva
clients-note-add = Añadir nota
clients-note-remove = Quitar nota
clients-more = Más
clients-log = Quién abrió este registro
clients-log-lead = Cada apertura y cada cambio, lo último primero.
clients-log-you = usted
clients-log-other = otro ayudante del círculo
clients-log-opened = abrió
clients-log-recorded = registró
clients-log-changed = cambió
clients-log-archived = pasó al archivo
clients-log-restored = recuperó
clients-back = Registro
clients-next-needs = Añadir lo que hace falta
clients-next-card = Hacer una tarjeta
clients-next-suggestions = Ver sugerencias
clients-erase = Borrar para siempre
clients-erase-title = ¿Borrar a { $name }?
clients-erase-lead = No se puede deshacer. Si solo deja de actuar por esta persona, use el archivo.
clients-erase-what = Qué pasa
clients-erase-record = Se destruyen las claves del registro y se borra.
clients-erase-card = La tarjeta se retira en el acto y las presentaciones abiertas terminan.
clients-erase-kept = Lo que otras personas ya supieron en una presentación no se puede retirar.
clients-erase-type = Escriba “{ $name }” para confirmar
clients-erase-now = Borrar para siempre
clients-erase-keep = Conservar
clients-erase-wrong = Ese es otro nombre. Escríbalo como está en el registro.
clients-import = Importar clientes de un archivo
### ---- end of clients ----


### ---- import ----


import-lead = De una hoja de cálculo u otro programa: guárdelo antes como archivo CSV.
import-private = Cada fila se convierte en un registro sellado. El archivo no se guarda.
import-file = Archivo CSV
import-file-hint = La primera línea lleva los nombres de las columnas.
import-paste = O pegue las líneas aquí
import-empty = El archivo está vacío. Elija otro.
import-too-many = El archivo tiene más de { $most } filas. Divídalo.
import-not-csv = Esto no es un archivo CSV. En su hoja de cálculo elija “Guardar como” y “CSV”.
import-ignore = omitir
import-first-name = Nombre de pila
import-last-name = Apellido
import-urgency = Qué urgencia
import-columns-lead = { $count ->
    [one] Se encontró una fila. ¿Qué contienen las columnas?
   *[other] Se encontraron { $count } filas. ¿Qué contienen las columnas?
}
import-example = Por ejemplo: { $text }
import-preview = Ver lo que se importaría
import-planned = { $count ->
    [one] Una fila:
   *[other] { $count } filas:
}
import-nameless = { $count ->
    [one] Una fila no tiene nombre
   *[other] { $count } filas no tienen nombre
}
import-nameless-hint = No se importa nada hasta que cada fila tenga un nombre. Elija otra columna para el nombre o corrija el archivo.
import-twice = { $count ->
    [one] Uno parece ser alguien que ya tiene
   *[other] { $count } parecen personas que ya tiene
}
import-skip = Omitir a quienes ya tengo
import-line = Línea { $line }
import-duplicate = ya está
import-not-understood = { $column }: “{ $text }” no se entendió; va a una nota.
import-no-name-at = La línea { $line } no tiene nombre, así que no se importó nada.
import-nothing = No hay nada que importar.
import-run = Importar
import-too-big = El archivo es demasiado grande. Divídalo o quite columnas, y vuelva a intentarlo.
### ---- end of import ----


### ---- cards ----


cards-kind = Tarjeta sin identificar
cards-kind-helper = Ayudante
cards-kind-service = Servicio
cards-offers = Ofrece
cards-own = su propio cliente
cards-hidden-helper = Ayudante { $number }
cards-named-helper = { $name } ({ $role })
cards-title = Una tarjeta para { $name }
cards-lead = Una tarjeta permite que otros ayudantes encuentren a su cliente sin saber quién es. Así se verá.
cards-look-again = Por favor, mire otra vez
cards-consent-first = Primero, pregunte al cliente
cards-none-yet = No hay ninguna tarjeta a la vista
cards-first-warning = Las tarjetas posteriores del mismo cliente nunca dicen más que la primera sobre lugar, edad, género e idiomas. Añada lo que sepa antes de publicar.
cards-on-show = Hay una tarjeta a la vista
cards-on-show-until = Hasta el { $date }. Si publica otra vez, la reemplaza.
cards-as-others-see = Verla como los demás
cards-renew = Renovar 90 días
cards-withdraw = Retirar la tarjeta
cards-preview = Exactamente como la ve un desconocido
cards-why = Por qué no dice más
cards-publish = Publicar tarjeta
cards-refused = Esta tarjeta diría demasiado sobre una persona
cards-refused-why = Hay muy pocas personas o ayudantes así aquí, y alguien podría adivinar quién es. Qué ayuda:
cards-to-choices = Cambie las opciones abajo
cards-consent-needed = Registre primero el consentimiento del cliente.
cards-looks-different = La tarjeta ahora se vería distinta. Mírela otra vez y luego publique.
cards-no-audience = Elija al menos un ayudante.
cards-sees-everyone = La ven todos los ayudantes: sus contactos ya, los demás desde esta noche. Usted permanece oculto hasta que ambos acepten hablar.
cards-sees-contacts = Solo la ven sus contactos, y saben que es suya.
cards-sees-helpers = { $count ->
    [one] Solo la ve un ayudante elegido, y sabe que es suya.
   *[other] Solo la ven { $count } ayudantes elegidos, y saben que es suya.
}
cards-sees-trusted = { $level ->
    [known] La ven quienes usted conoce, o conocen personas en quienes confía, y ven que es suya.
    [well_trusted] Solo la ven ayudantes en quienes usted confía mucho, y ven que es suya.
   *[other] Solo la ven ayudantes en quienes usted confía, y ven que es suya.
}
cards-sees-groups = { $count ->
    [one] Solo la ven los miembros de uno de sus grupos, y ven que es suya.
   *[other] Solo la ven los miembros de { $count } de sus grupos, y ven que es suya.
}
cards-choices = Sus opciones
cards-preview-again = Ver la tarjeta otra vez
cards-audience = ¿Quién puede verla?
cards-audience-everyone = Todos aquí
cards-audience-contacts = Mis contactos
cards-audience-helpers = Ayudantes elegidos
cards-audience-helpers-hint = Márquelos abajo. Saben que es suya.
cards-audience-which = ¿Qué ayudantes?
cards-shows = ¿Qué puede decir?
cards-shows-hint = Desmarque lo que deba omitir.
cards-discreet = Decir “detalles al presentarse” en lugar de
cards-discreet-hint = Las necesidades delicadas siempre se muestran así.
cards-finest = El lugar como mucho como
cards-finest-city = ciudad o pueblo
cards-finest-region = región
cards-finest-country = país
cards-attr-place = Lugar
cards-attr-age = Edad
cards-attr-gender = Género
cards-attr-languages = Idiomas
cards-attr-limits = A quién quiere conocer
cards-not-said = sin decir
cards-explained = { $what }: “{ $to }” en lugar de “{ $from }”, porque { $why }.
cards-why-few-people = hay muy pocas personas así
cards-why-small-area = el lugar es pequeño
cards-why-few-helpers = hay muy pocos ayudantes activos allí
cards-why-earlier = una tarjeta anterior no decía más
cards-why-sensitive = es un dato delicado
cards-why-discreet = usted lo eligió así
cards-why-suppressed = al omitirlo, lo demás puede ser más exacto
cards-advice-give-up = Omita: { $what }.
cards-advice-narrow = Muéstrela solo a sus contactos o a ayudantes elegidos.
cards-advice-say-something = Añada una necesidad, una oferta o un interés que se pueda mostrar.
cards-advice-no-figures = Añada dónde vive el cliente. Sin lugar no se puede contar a nadie.
cards-withdraw-title = ¿Retirar la tarjeta de { $name }?
cards-withdraw-when = ¿Cuándo?
cards-withdraw-batch = Esta noche, con todos los cambios del día
cards-withdraw-batch-hint = Sus contactos dejan de verla ya. Para los demás, la hora no dice quién lo hizo.
cards-withdraw-now = En el acto, para todos
cards-withdraw-now-hint = Si hay algún peligro, elija esto.
cards-to-client = A mi cliente
cards-ask = Preguntar por esta persona
cards-show-lead = Una tarjeta sin identificar: una persona real, contada por su ayudante.
cards-waits = { $count ->
    [one] Espera desde hace una semana.
   *[other] Espera desde hace { $count } semanas.
}
cards-de-identified = Sin identificar significa: sin nombre y tan general que encajan muchas personas. No promete que nadie pueda adivinar nunca.
### ---- end of cards ----


### ---- consent ----


consent-title = Consentimientos
consent-none = Antes de compartir una tarjeta, pregunte al cliente. Lea el texto en voz alta y anote la respuesta.
consent-record = Registrar consentimiento
consent-read-aloud = Lea esto al cliente:
consent-share-text = “¿Puedo mostrar a otros ayudantes una tarjeta sobre usted, sin su nombre, para que busquen personas o servicios para usted? La tarjeta dice más o menos dónde vive, su grupo de edad, sus idiomas y lo que necesita o le gusta. Puede decir que no, y puede pararlo en cualquier momento.”
consent-method = ¿Cómo se dio?
consent-method-verbal = De palabra
consent-method-written = Por escrito
consent-method-proxy = Por alguien que puede hablar en su nombre
consent-on = Dado el
consent-until = Hasta
consent-until-hint = Un año como máximo.
consent-unreadable = Indique cómo se dio, qué día y hasta cuándo.
consent-in-future = Un consentimiento no puede darse en el futuro. Revise la fecha.
consent-bad-end = Un consentimiento debe terminar después de hoy y dentro de un año. Revise la fecha.
consent-scope-share = Para compartir una tarjeta sin el nombre.
consent-scope-introduce = Para presentarse, compartiendo: { $fields }.
consent-when = { $method }, el { $on }, hasta el { $until }.
consent-holds = vigente
consent-over = terminado
consent-withdrawn = retirado
consent-withdraw = Retirar
consent-field-first-name = nombre de pila
consent-field-full-name = nombre completo
consent-field-phone = teléfono
consent-field-email = correo electrónico
consent-field-address = dirección
consent-field-preferred = mejor forma y hora de contacto
### ---- end of consent ----


### ---- suggestions ----


suggestions-title = Sugerencias para { $name }
suggestions-lead = Lo que mejor encaja primero, con los motivos.
suggestions-cut-title = No se miró todo
suggestions-cut = Dejamos de buscar para que no tenga que esperar. Estas encajan, pero pueden faltar mejores: vuelva a abrir esta página dentro de un momento.
suggestions-unpublished = No hay tarjeta de este cliente a la vista. Buscamos con la que sería; nada salió de sus datos.
suggestions-kinds = Tipos de sugerencias
suggestions-kind-cards = Personas
suggestions-kind-helpers = Ayudantes
suggestions-kind-services = Servicios
suggestions-own-show = Mostrar también a mis propios clientes
suggestions-own-hide = Ocultar a mis propios clientes
suggestions-none-title = Todavía no encaja nada
suggestions-none = Cada noche llegan tarjetas nuevas. Con más necesidades, ofertas e intereses se encuentra más.
suggestions-look-around = Mirar alrededor
suggestions-aside = { $count ->
    [one] 1 apartada
   *[other] { $count } apartadas
}
suggestions-side-by-side = Ver lado a lado
suggestions-put-aside = Apartar
suggestions-why = ¿Por qué?
suggestions-not-now = Ahora no
suggestions-never = Nunca para este cliente
suggestions-they-give = Puede dar “{ $what }”, que { $client } necesita.
suggestions-they-give-like = Puede dar “{ $what }”, parecido a “{ $need }”, que { $client } necesita.
suggestions-you-give = { $client } puede dar “{ $what }”, que le hace falta.
suggestions-you-give-like = { $client } puede dar “{ $what }”, parecido a “{ $need }”, que le hace falta.
suggestions-interest = A ambos les gusta: { $what }.
suggestions-connection = Ambos buscan: { $what }.
suggestions-same-place = En el mismo lugar.
suggestions-near = A unos { $km } km o menos.
suggestions-far = A más de 250 km.
suggestions-remote = Esta ayuda funciona a distancia.
suggestions-language = Ambos hablan { $language }.
suggestions-contact = De uno de sus contactos.
suggestions-waiting = { $count ->
    [one] Espera desde hace una semana.
   *[other] Espera desde hace { $count } semanas.
}
suggestions-aside-title = Apartadas
suggestions-aside-none = No hay nada apartado
suggestions-aside-none-text = Lo que aparte espera aquí y lo puede recuperar.
suggestions-aside-until = Hasta el { $date }
suggestions-aside-never = Para siempre
suggestions-aside-gone = Ya no está a la vista.
suggestions-bring-back = Recuperar
suggestions-pair-title = { $name } lado a lado
suggestions-other-side = La otra parte
suggestions-limits-title = Algo lo descarta
suggestions-limits = Una parte tiene un deseo que la otra no cumple. Mire los puntos marcados “no encaja”.
suggestions-contact-service = Cómo ponerse en contacto
suggestions-own-pair = Ambos son sus clientes: no hace falta preguntar a nadie. Hable con cada uno.
suggestions-ask = Preguntar a este ayudante
suggestions-ask-them = pregunte al ayudante
suggestions-not-offered = no lo ofrece
suggestions-can-give = puede dar: { $what }
suggestions-point-need-ours = Una necesidad de su cliente
suggestions-point-need-theirs = Una necesidad suya
suggestions-distance-unknown = no se sabe
suggestions-point-distance = Distancia
suggestions-point-age = Deseo sobre la edad
suggestions-point-gender = Deseo sobre el género
suggestions-point-language-limit = Deseo sobre el idioma
suggestions-nothing-shared = nada en común
suggestions-has-limit = tiene este deseo
### ---- end of suggestions ----


### ---- find ----


find-title = Buscar
find-lead = Mire lo que los ayudantes han publicado.
find-kinds = Qué buscar
find-any = cualquiera
find-stage = Edad
find-need = Necesita
find-offer = Puede dar
find-interest = Le gusta
find-term-hint = Escriba una palabra, como “transporte” o “comida”.
find-skill = Ofrece
find-situation = Trabaja con
find-service-need = Ayuda con
find-place = En o cerca de
find-language = Habla
find-count = { $count ->
    [one] Se encontró uno
   *[other] Se encontraron { $count }
}
find-about = Se encontraron unos { $count }
find-few = Pocos o ninguno
find-none-title = No se encontró nada
find-none = Pruebe con menos filtros o un lugar más amplio.
find-wider-area = Muestra una zona más amplia que puede incluir este lugar.
find-service-web = Página web
find-service-hours = Horario
find-service-fees = Costo
find-service-eligibility = Para quién
find-service-no-contact = El directorio no da datos de contacto.
find-service-hint = Llame antes de enviar a alguien: los directorios no siempre están al día.
find-part = { $what }: { $value }
find-parts = Lo que busca
find-part-away = Quitar
find-narrow = Afinar la búsqueda
find-counts-hint = Los números están redondeados y los pequeños no se muestran, para proteger a las personas.
find-word-unknown = No conocemos la palabra “{ $text }”.
find-word-unknown-hint = Pruebe con una palabra más sencilla, o elija una de la lista que aparece al escribir.
find-place-unknown = No conocemos el lugar “{ $text }”.
find-place-unknown-hint = Revise cómo está escrito, o pruebe con la ciudad grande más cercana.
find-place-which = ¿A qué “{ $text }” se refiere?
find-unnamed = “{ $need }” nunca se nombra en una tarjeta.
find-unnamed-hint = Podría perjudicar a las personas si otros lo supieran. Busque en su lugar a quienes pueden ayudar:
find-unnamed-helpers = Ayudantes que lo ofrecen
find-unnamed-services = Servicios que lo ofrecen
find-interest-hint = Escriba una palabra, como “música” o “jardín”.
### ---- end of find ----


### ---- matches ----


matches-stage-asked = Preguntado
matches-stage-talking = En conversación
matches-stage-proposed = Se pregunta a ambos clientes
matches-stage-active = Listo para presentar
matches-stage-introduced = Presentados
matches-stage-closed = Cerrado
matches-ending-success = Salió bien
matches-ending-declined = Rechazado
matches-ending-cancelled = Retirado
matches-ending-expired = Se acabó el tiempo
matches-reason-not-now = Ahora no
matches-reason-client-said-no = El cliente no quiere
matches-reason-need-met = La necesidad está cubierta
matches-reason-not-suitable = No encajan
matches-reason-too-far = Demasiado lejos
matches-reason-no-capacity = Sin tiempo por ahora
matches-reason-moved = Se mudó
matches-reason-safety = Una duda de seguridad
matches-reason-consent-ended = Terminó un consentimiento
matches-reason-not-said = Prefiero no decirlo
matches-reason-days = { $reason } (no se vuelve a sugerir durante { $days } días)
matches-reason-for-good = { $reason } (no se vuelve a sugerir nunca)
matches-rest-until = No se vuelven a sugerir entre sí antes del { $date }. Una tarjeta nueva de cualquiera de los dos empieza de cero.
matches-rest-for-good = No se vuelven a sugerir entre sí. Una tarjeta nueva de cualquiera de los dos empieza de cero.
matches-contact-helpers = { $partner } y yo los reunimos
matches-yes = Sí
matches-no = No
matches-not-known = Aún no se sabe
matches-helpful-yes = Ayudó
matches-helpful-partly = Ayudó un poco
matches-helpful-no = No ayudó
matches-helpful-harm = Hizo daño
matches-lead = Preguntas y presentaciones, y lo que espera cada una.
matches-new = nuevo
matches-empty-title = Todavía no hay presentaciones
matches-empty = Abra uno de sus clientes y mire las sugerencias. Si alguien encaja, pregunte a su ayudante.
matches-empty-step = A mis clientes
matches-your-turn = Le toca a usted
matches-waiting = Esperando al otro ayudante
matches-introduced = Presentados
matches-over = Cerrados
matches-line = { $client } y { $partner }
matches-line-open = Con { $partner }
matches-unavailable = un ayudante que ya no está
matches-with = Con { $partner }
matches-look-again = Mire otra vez
matches-way = El camino a una presentación
matches-turn-yours = Le toca a usted.
matches-turn-theirs = Esperando al otro ayudante.
matches-turn-both = Cualquiera de los dos puede dar el siguiente paso.
matches-turn-follow-up = Ya se conocen. Preguntaremos cómo fue.
matches-you-yourself = Usted en persona
matches-helper-in-person = El ayudante en persona
matches-still-open = Sin decidir
matches-their-client = Su cliente
matches-your-side = Su parte
matches-their-side = La otra parte
matches-no-card = No tiene una tarjeta a la vista. Pregunte en un mensaje.
matches-released-to-you = Compartido con usted para esta presentación
matches-released-care = Úselo solo para esta presentación. Desaparece cuando termina el consentimiento o alguien se retira.
matches-released-by-you = Lo que usted compartió
matches-thread = Mensajes
matches-thread-empty = Todavía no hay mensajes.
matches-you = Usted
matches-other = El otro ayudante
matches-by-time = El tiempo
matches-unreadable = Este mensaje no se puede abrir: la clave del otro ayudante cambió. Pregúntele en persona.
matches-message = Escriba un mensaje
matches-message-hint = Sellado: solo ustedes dos pueden leerlo. Antes de compartir nombres, escriba “mi cliente”.
matches-send = Enviar mensaje
matches-history = Lo que ha pasado
matches-event = { $who }: { $what }
matches-event-asked = preguntó
matches-event-accepted = aceptó
matches-event-declined = rechazó
matches-event-proposed = propuso una presentación
matches-event-chosen = dijo a quién trae
matches-event-agreed = dijo sí por su parte
matches-event-introduced = registró la presentación
matches-event-reported = registró cómo fue
matches-event-finished = lo cerró
matches-event-withdrawn = se retiró
matches-event-lapsed = se agotó
matches-ask-title = Preguntar al otro ayudante
matches-ask-lead = “¿Hablamos?” Conocerá su nombre solo si acepta.
matches-ask-client = ¿Para cuál de sus clientes?
matches-ask-client-hint = Verá la tarjeta de ese cliente si está a la vista; nunca el nombre.
matches-client-later = Lo diré después
matches-ask-privacy = El otro ayudante lee esto antes de conocerse. Escriba “mi cliente” en lugar de un nombre, y ninguna dirección ni número.
matches-ask-words = Unas palabras
matches-ask-words-hint = Por qué cree que podrían hacerse bien. Puede quedar vacío.
matches-ask = Enviar pregunta
matches-gone = Ya no está a la vista.
matches-already-open = Los dos ya están en una presentación abierta. Mire en “Presentaciones”.
matches-client-needed = Elija al cliente que necesita esta ayuda.
matches-changed = El otro ayudante fue más rápido o cambió la etapa. Mire la página como está ahora.
matches-not-your-turn = Este paso le toca al otro ayudante.
matches-party-open = Diga primero a quién trae.
matches-no-client = Al menos uno debe traer un cliente.
matches-party-settled = Ya está decidido a quién trae.
matches-already-agreed = Su parte ya dijo que sí.
matches-consent-missing = Hace falta el consentimiento de su cliente.
matches-consent-over = Terminó un consentimiento, así que todo se detuvo.
matches-no-outcome = Registre primero cómo fue.
matches-key-changed = La clave del otro ayudante no es la que usted conoce. No se envió ni mostró nada. Hablen y comparen las huellas.
matches-bad-message = Escriba al menos un carácter y como máximo { $most }.
matches-nothing-shared = Elija al menos un dato para que la otra parte pueda ponerse en contacto.
matches-answer-all = Responda todas las preguntas y envíelo otra vez.
matches-answer-title = ¿Quiere hablar?
matches-answer-lead = Un ayudante pregunta por su cliente. Si acepta, ambos verán sus nombres. No se comparte nada más.
matches-accept = Aceptar y hablar
matches-decline = Rechazar
matches-decline-reason = ¿Por qué? El otro ayudante ve el motivo. Una tarjeta nueva de cualquiera de los dos empieza de cero.
matches-decline-send = Enviar el no
matches-propose-title = ¿Presentar a los dos?
matches-propose-lead = Hable con { $partner } abajo. Si ambos creen que encaja, propóngalo. Luego cada uno pregunta a su cliente.
matches-propose = Proponer presentación
matches-bring = ¿A quién trae?
matches-bring-myself = A mí: ayudaré en persona
matches-choose-title = ¿A quién trae?
matches-agree-title = Pregunte a su cliente
matches-agree-ask = Lea esto a { $client }:
matches-agree-text = “¿Puedo dar sus datos a otro ayudante para que conozca a la persona por la que actúa? Solo lo que marquemos aquí, solo para esto, y puede pararlo en cualquier momento sin decir por qué.”
matches-agree-fields = ¿Qué se puede compartir?
matches-agree-fields-hint = Va solo a { $partner }, para esta presentación, hasta la fecha de abajo; sellado, y se puede leer cuando ambas partes hayan dicho que sí.
matches-agree-client = Mi cliente dice que sí
matches-agree-own = Digo que sí
matches-agree-myself = Usted ayuda en persona. ¿Cómo puede localizarle { $partner }? Se comparte cuando ambas partes digan que sí.
matches-my-phone = Su teléfono
matches-my-email = Su correo electrónico
matches-client-gone = El registro de su cliente ya no está. Retírese abajo.
matches-introduce-title = Júntelos
matches-introduce-lead = Ambos dijeron que sí. Llame, o reúnanse todos, y luego anótelo aquí.
matches-safety-public = La primera vez, en un lugar público y de día.
matches-safety-tell = Diga a alguien dónde y cuándo.
matches-safety-stop = Cualquiera puede parar en cualquier momento.
matches-first-contact = ¿Quién hizo el primer contacto?
matches-accompanied = Un ayudante acompañó
matches-introduce = Ya se presentaron
matches-report-title = ¿Cómo fue?
matches-report-lead = Pregunte a su cliente. Puede responder ahora o cuando le recordemos en cuatro semanas.
matches-connected = ¿Se pusieron en contacto?
matches-still-in-touch = ¿Siguen en contacto tras cuatro semanas?
matches-helpful = ¿Ayudó?
matches-report = Guardar cómo fue
matches-finish = Cerrar esta presentación
matches-wait = Por ahora no hay nada que hacer
matches-wait-answer = Su pregunta está enviada. Tienen 30 días para responder; le avisaremos.
matches-wait-agree = Su parte dijo que sí. Esperamos a { $partner }.
matches-wait-outcome = Gracias. Esperamos a { $partner }, o puede cerrarla ya.
matches-withdraw = Retirarse de esta presentación
matches-withdraw-title = ¿Retirarse?
matches-withdraw-lead = Termina en el acto y aquí se borra todo lo compartido. No tiene que decir por qué.
matches-withdraw-reason = ¿Por qué?
matches-withdraw-hint = Solo usted lo ve.
matches-withdraw-now = Retirarse ahora
matches-block-title = ¿Nunca más con este ayudante?
matches-block-lead = Al bloquear termina todo entre ustedes y aquí dejan de existir el uno para el otro. No se le avisa.
matches-block = Bloquear a este ayudante
matches-contact-me = Yo
matches-contact-my-client = Mi cliente
matches-contact-their-client = La persona que representa { $partner }
matches-not-sent = No se envió. Usted había escrito:
matches-released-until = Hasta el { $date }, salvo que alguien se retire antes.
matches-released-not-yet = La otra persona que ayuda solo puede leerlo mientras valga el sí de ambas partes.
matches-event-contact = Primer contacto: { $who }
### ---- end of matches ----


### ---- contacts ----


contacts-yourself = Ese es usted.
contacts-already = Ya es así.
contacts-nothing-asked = Ya no hay nada que responder.
contacts-title = Contactos
contacts-lead = Ayudantes que conoce. Ven las tarjetas que comparte con sus contactos.
contacts-find = Buscar ayudantes
contacts-empty-title = Nadie todavía
contacts-empty = Busque a personas que conoce y pídales ser contactos.
contacts-asked-me = Le preguntan
contacts-accepted = Sus contactos
contacts-i-asked = Usted preguntó
contacts-blocked = Bloqueados
### ---- end of contacts ----


### ---- helpers ----


helpers-lead = Personas que actúan por otras, como usted. Primero sus contactos.
helpers-shown = { $first } a { $last }
helpers-ask-help = Pedir ayuda para un cliente
helpers-speaks = Habla { $languages }.
helpers-works-with = Trabaja con
helpers-cards-of = { $stage }: unas { $count }
helpers-you = usted
helpers-contact = contacto
helpers-i-asked = usted preguntó
helpers-asked-me = quiere ser su contacto
helpers-no-contact = No son contactos.
helpers-no-offers = No se le muestra nada.
helpers-per-month = { $count ->
    [one] una vez al mes
   *[other] { $count } veces al mes
}
helpers-edit = Editar mi perfil
helpers-ask = Pedir ser contactos
helpers-take-back = Retirar
helpers-accept = Aceptar contacto
helpers-decline = Rechazar contacto
helpers-remove = Quitar contacto
helpers-block = Bloquear
helpers-unblock = Levantar bloqueo
helpers-block-title = ¿Bloquear a { $name }?
### ---- end of helpers ----


### ---- notifications ----

notifications-title = Avisos
notifications-lead = { $count ->
    [0] Nada nuevo. Cada línea lleva a lo que trata.
    [one] Hay uno nuevo. Cada línea lleva a lo que trata.
   *[other] Hay { $count } nuevos. Cada línea lleva a lo que trata.
}
notifications-read-all = Marcar todo como leído
notifications-new = nuevo
notifications-empty-title = Todavía no hay avisos
notifications-empty = Cuando alguien le pregunte, le responda o espere algo de usted, aparecerá aquí.
notifications-empty-step = Qué hacer hoy
notifications-contact-asked = { $name } quiere ser su contacto: responda
notifications-contact-asked-unnamed = Alguien quiere ser su contacto
notifications-contact-accepted = { $name } ya es su contacto. Vea su perfil
notifications-contact-accepted-unnamed = Alguien aceptó ser su contacto
notifications-enquiry-received = Alguien que ayuda pregunta por una persona suya: responda
notifications-enquiry-accepted = Aceptaron su consulta. Hablen
notifications-enquiry-declined = Rechazaron su consulta. Vea por qué
notifications-match-proposed = Se propone una presentación. Pregunte a su cliente
notifications-other-side-agreed = La otra parte dijo que sí. Vea si aún falta el sí de su parte
notifications-details-released = Ambas partes dijeron que sí. Reúna a las dos personas
notifications-introduction-made = Las dos personas ya se conocen. Vea cómo fue
notifications-follow-up-due = Pasaron cuatro semanas. Cuente cómo fue la presentación
notifications-outcome-recorded = La otra persona que ayuda contó cómo fue. Añada su parte
notifications-match-closed = Se cerró una presentación. Véala
notifications-consent-ended = Terminó un consentimiento y una presentación se detuvo. Véala
notifications-card-expiring = Una tarjeta suya termina pronto. Renuévela
notifications-card-expired = Una tarjeta suya terminó. Publique otra
notifications-card-few-helpers = Una tarjeta suya dice menos desde hoy: quedan muy pocos ayudantes en su zona, y llevaría hasta usted. Vea qué dice ahora
notifications-card-few-people = Una tarjeta suya dice menos desde hoy: según las cifras, muy pocas personas comparten lo que decía. Vea qué dice ahora
notifications-card-word-hidden = Una tarjeta suya dice menos desde hoy: una de sus palabras solo se dice al presentarse. Vea qué dice ahora
notifications-card-taken-back = Una tarjeta suya se retiró: hay muy pocos ayudantes aquí para una tarjeta abierta. Puede mostrarla a sus contactos
notifications-new-suggestions = Hay sugerencias nuevas para un cliente suyo. Mírelas
notifications-approval-waiting = Alguien espera que le den acceso. Mírelo
notifications-share-held = { $name } le eligió como contacto de confianza. Vea qué significa
notifications-share-held-unnamed = Alguien le eligió como contacto de confianza
notifications-return-asked = { $name } pide su ayuda para volver. Llámele primero
notifications-return-asked-unnamed = Alguien pide su ayuda para volver
notifications-return-started = Alguien pidió a sus contactos que le dejen volver. Si no fue usted, deténgalo
notifications-shares-outdated = Un contacto de confianza suyo se fue. Elija de nuevo
notifications-account-recovered = Se puso una contraseña nueva y se cerraron todas las sesiones. ¿Fue usted?
notifications-second-factor-changed = Cambió su segundo paso al entrar. ¿Fue usted?
notifications-second-factor-refused = Alguien escribió su contraseña correcta y luego códigos equivocados. Si no fue usted, cambie la contraseña
notifications-reset-link-made = Su organización hizo un enlace para poner otra contraseña. Si no lo pidió usted, cambie la contraseña: así el enlace deja de servir
notifications-api-token-made = Se hizo una llave para un programa en su nombre. ¿Fue usted?

### ---- end of notifications ----


### ---- places ----


### ---- end of places ----


### ---- safety ----

safety-title = Seguridad
safety-mute = Silenciar
safety-unmute = Dejar de silenciar
safety-muted-here = Usted silenció a esta persona: no ve nada suyo en las listas.
safety-report = Denunciar
safety-muted = Silenciados
safety-muted-hint = No ve nada suyo en listas ni sugerencias. No se les avisa. El trabajo común sigue.
safety-blocked-hidden = Bloqueados sin nombre
safety-blocked-hidden-hint = Bloqueó a alguien cuyo nombre aún no conocía. Así se queda.
safety-somebody = Alguien ({ $number })
safety-limited = Una decisión de la moderación le impide acercarse a otros hasta el { $date }. En «Seguridad» puede leer por qué y apelar.
safety-notice-report = Se denunció algo: mírelo, por favor.
safety-notice-report-decided = Se decidió sobre lo que usted denunció.
safety-notice-decision = La moderación decidió sobre algo suyo. Lea por qué y cómo apelar.
safety-notice-appeal = Alguien apela una decisión.
safety-notice-appeal-decided = Su apelación tiene respuesta.
safety-done-muted = Silenciado. No se le avisa.
safety-done-unmuted = Vuelve a verle.
safety-done-report = Gracias. La moderación tiene su denuncia.
safety-done-taken = Le toca a usted decidir.
safety-done-decided = Decidido. Se avisó a los interesados.
safety-done-appeal = Su apelación está con la moderación.
safety-done-answered = La apelación tiene respuesta.
safety-done-moderator = Guardado.
safety-moderator-name = Hacer moderador
safety-moderator-end = Quitar de moderador
safety-lead = Lo que denunció, lo que se decidió sobre usted y las reglas que compartimos.
safety-agreement = Nuestro acuerdo
safety-modlog = Lo que se decidió aquí
safety-modlog-lead = Cada decisión con su punto del acuerdo, sin nombres.
safety-modlog-empty = Hasta ahora no hubo nada que decidir.
safety-mine = Lo que denunció
safety-mine-empty = No ha denunciado nada. Encuentra «Denunciar» en la página de cada persona, en las tarjetas y en el trabajo común.
safety-open = sin decidir aún
safety-about-me = Sobre usted
safety-appeal = Apelar
safety-appeal-label = ¿Por qué fue un error?
safety-appeal-waits = Su apelación espera respuesta.
safety-appeal-answer = Respuesta a la apelación: { $text }
safety-point = Punto { $number }
safety-report-title = Denunciar algo
safety-report-lead = La moderación ve lo que denuncia y quién es usted. La otra persona nunca sabrá quién denunció.
safety-report-danger = ¿Hay alguien en peligro ahora? Llame primero al número de emergencias de su lugar.
safety-report-kind = ¿De qué se trata?
safety-report-words = ¿Qué pasó? (puede quedar vacío)
safety-report-messages = ¿Qué mensajes entrega?
safety-report-messages-hint = Solo estos se muestran a la moderación. Se guardan legibles para ella.
safety-report-also = Y para usted
safety-report-block = Bloquear: ya no se encuentran aquí
safety-report-mute = Silenciar: no veo nada suyo en las listas
safety-report-send = Enviar denuncia
safety-kind-danger = Un menor o un adulto vulnerable está en peligro
safety-kind-client = Muestra quién es un cliente
safety-kind-harassment = Amenazas o insultos
safety-kind-money = Pide dinero
safety-kind-impersonation = Se hace pasar por otra persona
safety-kind-spam = Publicidad
safety-kind-other = Otra cosa
safety-outcome-nothing = No había nada malo
safety-outcome-note = Una nota amable
safety-outcome-hide = Retirado de las pantallas
safety-outcome-limit = No puede acercarse a otros por un tiempo
safety-outcome-suspend = La cuenta descansa
safety-overturned = anulado tras apelación
safety-until = hasta el { $date }
safety-queue = Denuncias
safety-queue-lead = Las urgentes van arriba. Ve lo denunciado, y ningún expediente de clientes.
safety-queue-empty = No espera nada.
safety-urgent = urgente
safety-taken = tomada
safety-decided = decidida
safety-take = Tomar
safety-by = Denunciado por { $name }
safety-about = Sobre { $name }
safety-snapshot = Lo denunciado, tal como estaba
safety-history = Decisiones anteriores sobre la misma persona
safety-decide = Decidir
safety-outcome = Decisión
safety-by-point = Según qué punto
safety-reason = Por qué (la persona lo lee)
safety-until-label = Hasta (para un límite; un descanso sin fecha es para siempre)
safety-answer = Responder a la apelación
safety-answer-label = Respuesta
safety-uphold = La decisión se mantiene
safety-overturn = La decisión se anula
safety-p1 = Los clientes primero: lo que hace aquí ayuda a las personas por quienes actúa.
safety-p2 = Nadie es reconocible sin su consentimiento: ni nombres ni detalles de clientes donde otros leen.
safety-p3 = Respeto: sin amenazas, sin insultos, sin presión.
safety-p4 = Sin dinero: nadie pide dinero ni paga por una presentación.
safety-p5 = Su propio nombre: usted es quien dice ser.
safety-p6 = Los menores y los adultos vulnerables se protegen antes que nada.
safety-p7 = Sin publicidad.
safety-p8 = Denuncias honestas: denuncie lo que vio, y nada más.
safety-agreement-lead = Lo que todos aquí nos prometemos. Las decisiones nombran el punto en que se apoyan.
safety-bad-own = Eso es suyo.
safety-bad-words = Escriba de 1 a 2.000 caracteres, por favor.
safety-bad-chosen = Elija al menos un mensaje para entregar.
safety-bad-date = Elija una fecha futura.
safety-bad-hide = Esto no se puede retirar de las pantallas: elija otra decisión.
safety-bad-yours = Otra persona debe decidir sobre esto.
safety-bad-already = Ya está hecho: vuelva a mirar.


### ---- end of safety ----


### ---- words ----
words-gender-woman = Mujer
words-gender-man = Hombre
words-gender-other = Otro género
words-stage-child = Menor de 18 años
words-stage-younger = 18–39 años
words-stage-middle = 40–64 años
words-stage-older = 65 años o más
words-age-85 = 85 años o más
words-age-band = { $band } años
words-age-adult = persona adulta
words-age-minor = menor de 18 años
words-age-any = edad sin decir
words-whom-any = Una persona
words-whom-person = Persona, { $age }
words-whom = { $gender }, { $age }
words-urgency-low = Puede esperar
words-urgency-medium = Hace falta
words-urgency-high = Urgente
words-on-introduction = Detalles al presentarse
words-need-urgent = { $need } (urgente)
words-role-neighbour = Vecino o vecina
words-role-relative = Familiar
words-role-faith = Comunidad de fe
words-role-leader = Líder del barrio
words-role-social-worker = Trabajo social
words-role-campaigner = Activista
words-role-matchmaker = Casamentero o casamentera
words-role-other = Otro papel
words-place-anywhere = Lugar sin decir
words-limits-stages = Quiere conocer a personas de estas edades: { $stages }
words-limits-genders = Quiere conocer: { $genders }
words-limits-languages = Quiere conocer a personas que hablen { $languages }
words-limits-distance = A { $km } km como máximo
### ---- end of words ----


### ---- done ----
done-signed-out = Ha cerrado la sesión.
done-password-changed = Su contraseña ha cambiado. Se cerró la sesión en los demás dispositivos.
done-session-ended = Se cerró la sesión en ese dispositivo.
done-invitation-revoked = La invitación queda anulada.
done-registration-set = Guardado: quién puede registrarse.
done-account-approved = La cuenta está aprobada.
done-account-suspended = La cuenta está suspendida.
done-account-restored = La cuenta está restablecida.
done-client-recorded = Registrado. Añada más cuando sepa más.
done-client-changed = Guardado.
done-client-archived = Pasó al archivo. Su tarjeta se ha retirado.
done-client-restored = Volvió del archivo.
done-client-erased = Borrado para siempre.
done-client-attended = Anotado: hoy estuvo en contacto.
done-clients-imported = Sus clientes se han importado.
done-note-added = Nota añadida.
done-note-removed = Nota quitada.
done-consent-recorded = Consentimiento registrado.
done-consent-withdrawn = Consentimiento retirado. Todo lo que permitía se ha detenido.
done-card-published = Publicada. Sus contactos la ven ya; los demás, a partir de esta noche.
done-card-withdrawn = Retirada.
done-card-renewed = Renovada.
done-put-aside = Apartado.
done-brought-back = Recuperado.
done-enquiry-sent = Enviada. Le avisaremos cuando contesten.
done-enquiry-accepted = Aceptada. Ahora conocen sus nombres. ¡Salude!
done-enquiry-declined = Rechazada. Se lo dijimos con amabilidad.
done-message-sent = Enviado.
done-proposed = Propuesto. Ahora cada uno pregunta a su propio cliente.
done-party-chosen = Guardado.
done-agreed = El sí de su parte está registrado.
done-introduced = ¡Qué bien! En cuatro semanas le preguntaremos cómo fue.
done-outcome-recorded = Gracias. El resultado está registrado.
done-match-closed = Cerrado. Lo compartido se ha borrado aquí.
done-profile-saved = Su perfil está guardado.
done-contact-asked = Pedido. Le avisaremos cuando contesten.
done-contact-accepted = Ahora son contactos.
done-contact-removed = Quitado.
done-helper-blocked = Bloqueado. Aquí ya no existen el uno para el otro.
done-helper-unblocked = El bloqueo se ha levantado.
done-notices-read = Todo leído.
done-language-set = Guardado.
done-factor-added = Está activo. La próxima vez se lo pedimos después de la contraseña.
done-factor-removed = Quitado.
done-trusted-set = Hecho. Sus contactos ya guardan sus partes.
done-trusted-ended = Terminado. Las partes ya no abren nada.
done-return-stopped = Detenido. Si no lo pidió usted, avise a sus contactos y cambie la contraseña.
done-share-handed-over = Gracias. Su parte está entregada.
done-organisation-given = Guardado. Puede retirarlo aquí.
done-organisation-taken = Retirado.
done-token-revoked = Anulada. Dejó de funcionar al momento.
### ---- end of done ----


### ---- circles ----
circle-title = Quién puede leer este registro
circle-lead = Quienes están aquí pueden abrir el registro de { $name }. Nadie más: ningún administrador, ningún otro ayudante.
circle-readers = En el círculo
circle-role-lead = Responsable
circle-role-lead-hint = Responde por la persona y decide quién lee el registro.
circle-role-deputy = Suplente
circle-role-deputy-hint = Lee y escribe, publica tarjetas, habla con otros ayudantes por la persona, y toma el relevo si usted falta.
circle-role-member = Miembro
circle-role-member-hint = Lee y escribe el registro y busca sugerencias. No publica ni habla por la persona.
circle-you = usted
circle-since = desde el { $date }
circle-agreed = la persona consintió: { $method }
circle-inactive = cuenta no activa
circle-not-current = por ahora no puede abrir el registro
circle-not-current-hint = Su clave no era la conocida cuando se cambió la de este registro. Compare las claves en su página y vuelva a añadirle.
circle-make-deputy = Hacer suplente
circle-make-member = Hacer miembro
circle-remove = Quitar
circle-remove-of = Quitar a { $name }
circle-add = Añadir a un ayudante
circle-add-hint = Elija a uno de sus contactos. Tiene que aceptar antes de que el registro aparezca en su lista.
circle-add-who = ¿Qué contacto?
circle-add-part = ¿Qué podrá hacer?
circle-add-agreed = ¿Cómo consintió la persona?
circle-add-agreed-hint = Pregunte antes a la persona si este ayudante puede leer el registro.
circle-add-agreed-missing = Pregunte antes a la persona y diga cómo consintió.
circle-add-who-missing = Elija un contacto.
circle-add-send = Enviar la invitación
circle-no-contacts = Todos sus contactos ya están aquí, o todavía no tiene ninguno.
circle-find-helpers = Buscar ayudantes
circle-hand-over = Traspasar este registro
circle-hand-over-hint = El otro ayudante será responsable cuando acepte. Hasta entonces no cambia nada.
circle-hand-over-to = ¿A quién?
circle-hand-over-stay = ¿Y usted?
circle-stay-deputy = Me quedo como suplente
circle-stay-member = Me quedo como miembro
circle-stay-leave = Dejo el círculo
circle-stay-leave-hint = Sus presentaciones abiertas para esta persona terminan y se cambia la clave del registro.
circle-hand-over-send = Ofrecer el registro
circle-offered = A la espera de respuesta
circle-offered-until = hasta el { $date }
circle-offered-over = el plazo terminó
circle-take-back = Retirar
circle-leave = Dejar este círculo
circle-leave-title = ¿Dejar el círculo de { $name }?
circle-leave-lead = Ya no podrá abrir este registro. Sus presentaciones abiertas para esta persona terminan. Se avisa a quien es responsable.
circle-leave-now = Dejar el círculo
circle-lead-first = Usted es responsable. Traspase el registro antes de irse.
circle-remove-title = ¿Quitar a { $helper }?
circle-remove-lead = { $helper } ya no podrá abrir el registro de { $name }. El registro recibe una clave nueva enseguida. Lo que ya leyó, lo sabe. Sus presentaciones abiertas para esta persona terminan. Se le avisa.
circle-remove-now = Quitar
circle-keep = Mantener
circle-take-lead = Tomar la responsabilidad
circle-take-lead-hint = La cuenta de quien era responsable ya no está activa. Desde ahora usted puede responder por esta persona.
circle-rotation-due = Alguien se fue. La clave del registro se cambia en cuanto lo abra quien es responsable.
circle-two-title = Dos lectores son más seguros que uno
circle-two = Si usted pierde su contraseña y su código de recuperación, nadie podrá abrir este registro. Pida a un ayudante de confianza que sea suplente.
circle-two-act = Elegir suplente
circle-shared = { $count ->
    [one] un lector
   *[other] { $count } lectores
  }
circle-part-badge = Su papel: { $part }
circle-offers-title = Invitaciones
circle-offers-lead = Otros ayudantes le piden responder con ellos por algunas personas. Verá el registro cuando acepte.
circle-offers-none-title = No hay invitaciones
circle-offers-none = Cuando un ayudante le invite al círculo de una persona, o le traspase registros, lo encontrará aquí.
circle-offer-as = { $name } le invita al círculo de una persona. Su papel: { $part }.
circle-offer-lead = { $name } le pide hacerse cargo de una persona. Usted sería responsable.
circle-offer-caseload = { $name } le traspasa { $count ->
    [one] una persona
   *[other] { $count } personas
  }. Usted sería responsable.
circle-offer-until = Puede responder hasta el { $date }.
circle-accept = Aceptar
circle-accept-all = Aceptar todo
circle-decline = Rechazar
circle-offers-waiting = { $count ->
    [one] Una invitación espera su respuesta
   *[other] { $count } invitaciones esperan su respuesta
  }
circle-caseload-title = Traspasar todos sus registros
circle-caseload-lead = Si lo deja, o se va por mucho tiempo: uno de sus contactos se hace cargo. Primero acepta. Cada registro pasa entero o se queda con usted.
circle-caseload-count = { $count ->
    [0] Usted no es responsable de nadie.
    [one] Usted es responsable de una persona.
   *[other] Usted es responsable de { $count } personas.
  }
circle-caseload-offered = { $count ->
    [one] Una de ellas ya está ofrecida a alguien; una oferta nueva al mismo ayudante sustituye a la anterior.
   *[other] { $count } de ellas ya están ofrecidas a alguien; una oferta nueva al mismo ayudante sustituye a la anterior.
  }
circle-caseload-agreed-hint = Cada una de estas personas debe saber, y consentir, que este ayudante lee su registro.
circle-caseload-send = Ofrecer todos los registros
circle-caseload-link = Traspasar todos sus registros
circle-not-a-contact = Elija a uno de sus contactos. Un registro se comparte solo con contactos.
circle-already = Ya tiene un lugar en este círculo.
circle-nothing = No hay ningún registro que traspasar.
circle-key-changed = La clave de este ayudante no es la que usted conoce. No se compartió nada. Abra su página y compare las claves.
circle-key-other-digits = Estas no son las cifras de la clave guardada. No se cambió nada.
circle-match-of-another = habla otro ayudante del círculo
circle-lead-or-deputy = Solo quien es responsable o suplente de esta persona puede hacerlo.
circle-trouble-title = Este registro necesita su atención
circle-trouble-list-title = { $count ->
    [one] Un registro no está como se guardó
   *[other] { $count } registros no están como se guardaron
  }
circle-trouble-list = No aparecen en la lista de abajo. Vea qué pasó y cómo seguir.
circle-trouble-list-link = Ver estos registros
circle-trouble-none-title = Todos sus registros están como se guardaron
circle-trouble-none = Cada registro se compara con lo que usted recuerda cada vez que lo abre.
circle-trouble-page-lead = Lo guardado no es lo que usted vio la última vez. Se avisó a los administradores, sin ningún nombre.
circle-trouble-open = Ver este registro
circle-trouble-unreadable = Este registro no se abre. Lo guardado fue cambiado, o sustituido por otra cosa.
circle-trouble-rolled-back = Alguien repuso un estado anterior de este registro. Falta lo que se escribió desde entonces.
circle-trouble-unknown = Este registro está en su lista, pero usted nunca lo creó ni lo aceptó; o fue borrado y ha vuelto.
circle-trouble-key-changed = La clave del ayudante que comparte este registro no es la que usted conoce.
circle-trouble-other-lead = La clave de este registro viene de otro ayudante, no de quien usted conoce como responsable.
circle-trouble-missing = Usted recuerda este registro, y ya no está guardado.
circle-trouble-behind = { $count ->
    [one] Falta un cambio.
   *[other] Faltan { $count } cambios.
  }
circle-trouble-changed = Lo que hay ahora cambió por última vez el { $date }.
circle-trouble-by = Lo comparte { $name }.
circle-how-title = Cómo seguir
circle-how-unreadable = Pida a quien lleva este servidor que busque una copia anterior. Hasta entonces aquí no se puede abrir nada.
circle-how-rolled-back = Pregunte a quien lleva este servidor si se repuso una copia. Si se puede hallar el estado más nuevo, espérelo. Si no, siga con el anterior: mírelo y escriba de nuevo lo que falta.
circle-how-unknown = Si conoce a esta persona, puede tomar el registro en su lista. Si no, déjelo y avise a quien lleva este servidor.
circle-how-planted = Nadie le pidió compartir este registro. No se fíe de él. Quien quiere compartir un registro envía una invitación.
circle-how-key-changed = Hable con este ayudante, por teléfono o en persona. Compare las claves en su página.
circle-how-other-lead = Pregunte a quien conoce como responsable, o a { $name }, si el registro se traspasó. Si es así, acepte a quien es responsable ahora.
circle-how-missing = Pida a quien lleva este servidor que busque una copia. Si lo borró usted, o no se halla nada, deje de recordarlo.
circle-accept-rolled-back = Seguir con el estado anterior
circle-accept-unknown = Tomarlo en mi lista
circle-accept-other-lead = Aceptar a quien es responsable ahora
circle-accept-missing = Dejar de recordarlo
circle-compare = Comparar claves
circle-log-offered = ofreció un lugar en el círculo
circle-log-offer-ended = retiró una oferta
circle-log-declined = rechazó un lugar
circle-log-joined = entró en el círculo
circle-log-role = dio otro papel a alguien
circle-log-removed = quitó a alguien del círculo
circle-log-left = dejó el círculo
circle-log-lead = pasó a ser responsable
circle-log-rotated = cambió la clave del registro
circle-log-alarm = halló que el registro no está como se guardó
circle-log-accepted = siguió con el registro tal como está
circle-notice-offered = { $name } le pide responder con él o ella por algunas personas
circle-notice-offered-unnamed = Un ayudante le pide responder con él por algunas personas
circle-notice-taken = Un ayudante entró en un círculo por su invitación
circle-notice-declined = Un ayudante rechazó su invitación a un círculo
circle-notice-part = Su papel en el círculo de una persona es otro ahora
circle-notice-ended = { $name } le quitó del círculo de una persona
circle-notice-ended-unnamed = Le quitaron del círculo de una persona
circle-notice-left = Un ayudante dejó el círculo de una persona de quien usted es responsable
circle-notice-lead = Un registro que usted podía abrir tiene otro responsable
circle-notice-alarm = Uno de sus registros no está como se guardó
circle-notice-storage = Un registro guardado fue cambiado fuera del programa: mire el historial y sus copias
done-seat-offered = Se envió la invitación.
done-caseload-offered = Sus registros están ofrecidos. Pasan cuando el otro ayudante acepta.
done-seat-taken = Ya está en el círculo.
done-caseload-taken = Las personas ya están en su lista.
done-caseload-part-taken = Algunos registros pasaron; otros esperan todavía. Inténtelo de nuevo.
done-seat-declined = Se rechazó la invitación.
done-offer-taken-back = Se retiró la invitación.
done-part-given = Se cambió el papel.
done-seat-removed = Ya no puede abrir el registro. Se cambió su clave.
done-circle-left = Dejó el círculo.
done-lead-taken = Ahora usted es responsable.
done-record-accepted = Sigue con el registro tal como está.
done-key-compared = Anotado: hoy compararon las claves.
done-key-replaced = Se aceptó la clave nueva.
key-title = Comparar claves
key-lead = Los registros y los mensajes para { $name } se sellan con su clave. Compare estas cifras una vez, por teléfono o en persona: así nadie podrá poner otra clave en su lugar sin que usted lo note.
key-theirs = Las cifras de { $name }
key-yours = Sus cifras
key-hint = { $name } ve las mismas dos filas en su página sobre usted.
key-compared-on = Las compararon el { $date }.
key-not-compared = Todavía no se compararon.
key-compare-now = Son iguales: anotarlo
key-own-hint = Lea estas cifras en voz alta cuando alguien compare claves con usted.
key-changed-title = La clave de este ayudante no es la que usted conoce
key-changed = No se sella nada con ella, ni se abre nada que venga de ella. Quizá alguien puso una clave falsa en la base de datos; quizá este ayudante tiene una nueva. Hable con él, por teléfono o en persona: un mensaje aquí no prueba nada.
key-changed-act = Aceptar una clave nueva
key-replace-title = Aceptar una clave nueva de { $name }
key-replace-lead = Pida a { $name }, de viva voz, que lea las cifras bajo «Sus cifras» en su propia página. Escriba lo que oye. Aquí no las mostramos, para que solo cuenten las suyas.
key-replace-digits = Las treinta cifras
key-replace-wrong = Estas no son las cifras de la clave guardada. Si { $name } las leyó sin error, la clave guardada no es suya: avise a quien lleva este servidor.
key-replace-now = Aceptar esta clave
### ---- end of circles ----
### ---- door ----

door-way = Dónde está usted
door-more = Entrar y volver a entrar
door-more-factors = Un código de su teléfono, o una llave de acceso, además de la contraseña.
door-more-trusted = Personas que juntas pueden dejarle volver, si pierde todo lo demás.
door-more-held = A quién puede usted ayudar a volver.
door-more-organisation = Si su organización guarda para usted una forma de volver.
door-more-tokens = Para programas que actúan por usted.
door-password-hint = Una vez más, para que nadie haga esto en su pantalla abierta.
door-last-used = último uso: { $when }
door-never-used = sin usar
door-remove = Quitar
door-remove-named = Quitar «{ $name }»
door-no-name = Póngale un nombre, de 60 caracteres como máximo.
door-too-often = Demasiados códigos equivocados. Espere { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}, o use su código de recuperación.

door-factors-title = Segundo paso al entrar
door-factors-lead = Con un segundo paso, quien conozca su contraseña sigue sin poder entrar.
door-factors-none-title = Todavía no está puesto
door-factors-none = Elija uno de los dos de abajo. Tarda dos minutos.
door-factors-on-title = Está activo
door-factors-on = Después de la contraseña le pedimos uno de estos.
door-factors-yours = Sus dispositivos
door-kind-app = aplicación con códigos
door-kind-passkey = llave de acceso
door-add-app = Añadir una aplicación con códigos
door-add-app-lead = Una aplicación de su teléfono muestra seis números que cambian cada medio minuto. Sirve cualquier aplicación de autenticación, también sin conexión.
door-add-passkey = Añadir una llave de acceso
door-add-passkey-lead = Su teléfono, ordenador o llave de seguridad demuestra que es suyo, con su dedo, su cara o un PIN. Su contraseña sigue abriendo los datos de sus clientes.
door-device-name = Un nombre para el dispositivo
door-device-name-hint = Por ejemplo, «mi teléfono». Solo lo ve usted.
door-no-passkeys-here = Las llaves de acceso necesitan un sitio con nombre. Este solo tiene un número; use una aplicación con códigos.
door-too-many-factors = Ya tiene diez. Quite uno primero.
door-factors-lost = Si pierde el dispositivo
door-factors-lost-text = Entre con su contraseña, elija «No tengo ninguno» y escriba su código de recuperación. Quita todos los segundos pasos, y puede ponerlos de nuevo.
door-cancel-adding = No añadirlo
door-app-title = Añadir una aplicación con códigos
door-app-lead = Dos pasos: muéstreselo a la aplicación y pruébelo.
door-app-scan = 1. Escanee esto con la aplicación
door-app-picture = Código QR con el secreto para su aplicación
door-app-type = En el mismo teléfono, o si no puede escanear, escriba esto en la aplicación. No se lo muestre a nadie.
door-app-try = 2. Escriba los seis números que muestra la aplicación
door-app-turn-on = Activar
door-code = Código
door-code-hint = Seis números, de la aplicación.
door-code-wrong = Este código no sirve, o ya se usó. Espere el siguiente e inténtelo otra vez; mire también si el reloj del teléfono está bien.
door-passkey-title = Añadir una llave de acceso
door-passkey-lead = Pulse el botón. Su navegador le pedirá el dedo, la cara o un PIN.
door-passkey-make = Crear la llave de acceso
door-passkey-no-script = Las llaves de acceso necesitan JavaScript, que falta en este navegador. Una aplicación con códigos funciona sin él.
door-passkey-failed = No funcionó, o se canceló. Inténtelo otra vez.
door-passkey-wrong = Esta llave de acceso no sirve. Inténtelo otra vez.
door-remove-lead = Para que nadie lo haga en su pantalla abierta, le pedimos dos cosas.
door-remove-last-title = Es su único segundo paso
door-remove-last = Después bastará la contraseña para entrar.
door-proof = Código de una aplicación, o su código de recuperación
door-proof-hint = Seis números de una de sus aplicaciones, o el código del papel que imprimió.
door-proof-wrong = Este código no sirve, o ya se usó.
door-second-title = Un paso más
door-second-lead = La contraseña es correcta. Ahora muestre que es usted.
door-second-code-hint = Seis números, de la aplicación de su teléfono.
door-second-passkey = Usar una llave de acceso
door-second-neither = No tengo ninguno
door-second-recovery-lead = Su código de recuperación le deja entrar y quita todos los segundos pasos. Póngalos de nuevo después.
door-second-recovery = Entrar con el código de recuperación
door-second-recovery-wrong = Ese no es su código de recuperación. Compárelo con su papel.
door-second-over = Tardó demasiado. Entre otra vez, por favor.

door-trusted-title = Contactos de confianza
door-trusted-lead = Si pierde la contraseña y el código de recuperación, personas de su confianza pueden dejarle volver, entre varias.
door-trusted-now = Cómo está ahora
door-trusted-now-text = Hacen falta { $needed } de { $count } personas. Preparado: { $when }.
door-trusted-outdated-title = Alguien se fue
door-trusted-outdated = Uno de sus contactos de confianza ya no es contacto suyo. Elija de nuevo, para que pueda ayudarle gente suficiente.
door-trusted-choose = Elija a su gente
door-trusted-change = Elegir de nuevo
door-trusted-too-few = Necesita al menos { $fewest } contactos aquí, y tiene { $count }. Pida primero a personas que conoce que sean sus contactos.
door-trusted-find = Buscar ayudantes
door-trusted-who = ¿Quién puede ayudarle a volver?
door-trusted-who-hint = De { $fewest } a { $most } personas cuya voz conoce. Mejor si no están todas en la misma oficina.
door-trusted-needed = ¿Cuántas hacen falta?
door-trusted-needed-hint = Dos es cómodo; tres es más seguro. Nunca más de las que pueda localizar.
door-trusted-give = Darles sus partes
door-trusted-end = Terminar la recuperación con contactos
door-trusted-end-lead = Las partes de sus contactos ya no abrirán nada, y las peticiones abiertas se detienen. Su código de recuperación sigue sirviendo.
door-trusted-how = Cómo funciona
door-trusted-how-blind = Cada persona guarda una parte sellada. Sola no abre nada, y no le muestra nada de sus clientes.
door-trusted-how-voice = Cuando usted lo pide, ve un número. Les llama y se lo lee; ellas lo escriben. Así saben que es usted.
door-trusted-how-wait = Espera { $days ->
    [one] un día
   *[other] { $days } días
}. Si no lo pidió usted, lo ve aquí y lo detiene.
door-trusted-how-together = Elija a quien confiaría sus clientes: varias personas juntas podrían entrar en su lugar.
door-trusted-wrong-number = Elija de tres a siete de sus contactos.
door-trusted-wrong-threshold = Hacen falta al menos dos, y no más de las que eligió.
door-trusted-key-changed = La llave de una de estas personas no es la que usted conoció. Hable con ella y comparen las huellas de su perfil antes de seguir.
door-asked-title = Alguien pide volver en su nombre
door-asked = Pedido: { $when }. Si fue usted desde otro dispositivo, no haga nada. Si no, deténgalo ahora; tendrían que convencer a sus contactos y esperar { $days ->
    [one] un día
   *[other] { $days } días
}.
door-asked-stop = No fui yo: detenerlo

door-held-title = Personas a quienes puedo ayudar a volver
door-held-lead = Le eligieron como contacto de confianza. Usted guarda una parte sellada de cada una; con ella no puede abrir nada.
door-held-none-title = Todavía nadie
door-held-none = Cuando un contacto le elija, aparecerá aquí.
door-held-since = Guarda una parte desde: { $when }.
door-held-asked-title = { $name } pide volver
door-held-asked = Alguien que dice ser { $name } lo pidió: { $when }. Asegúrese antes de ayudar:
door-held-step-call = Llame a { $name } a un número que ya tenía, o véanse. No haga caso de una llamada o un mensaje de alguien a quien no reconoce.
door-held-step-number = Pídale el número de su pantalla y escríbalo abajo.
door-held-step-doubt = Si tiene alguna duda, no haga nada. Esperar no cuesta nada.
door-held-number = El número que le lee { $name }
door-held-number-hint = Ocho cifras.
door-held-help = Hablé con { $name }: ayudarle a volver
door-held-wrong-number = Ninguna petición abierta tiene este número. Pida que se lo lea otra vez. Si sigue sin coincidir, quizá lo pide otra persona en su nombre: no ayude.

door-return-title = Volver con sus contactos de confianza
door-return-offer = ¿Tampoco tiene el código?
door-return-lead = Si eligió contactos de confianza, ellos pueden dejarle volver, entre varios. Tarda unos días.
door-return-ask = Pedir ayuda a mis contactos
door-return-number = Su número
door-return-number-how = Llame a cada contacto de confianza y léale este número. Le encuentran en «Personas a quienes puedo ayudar a volver». No se lo diga a nadie más.
door-return-how-far = Cómo va
door-return-helped = { $count ->
    [0] Nadie ha ayudado todavía.
    [one] Ha ayudado una persona; hacen falta más.
   *[other] Han ayudado { $count } personas; hacen falta más.
}
door-return-enough = Ya ayudó gente suficiente.
door-return-wait = Podrá elegir una contraseña nueva a partir del { $date }.
door-return-waited = La espera terminó.
door-return-same-browser = Vuelva a esta página con este mismo navegador y este mismo dispositivo. Él guarda la llave.
door-return-unknown-title = ¿No pasa nada?
door-return-unknown = Por seguridad no decimos si un usuario existe o tiene contactos de confianza. Si sus contactos no ven nada, revise el usuario y pida otra vez, o use su código de recuperación.
door-return-again = Empezar otra vez
door-return-ended-title = Esta petición terminó
door-return-ended = Se detuvo, o ya se usó. Si todavía necesita ayuda, pida otra vez.
door-return-not-yet = Aún no es el momento: o faltan días, o han ayudado pocos contactos. Mire otra vez la página.
door-return-does-not-open = Lo que dieron sus contactos no abre su cuenta. Pida ayuda a uno más e inténtelo otra vez.

door-reset-title = Elija una contraseña nueva
door-reset-lead = Su organización hizo este enlace para usted. Sirve una vez.
door-reset-over-title = Este enlace ya no sirve
door-reset-over = Se usó, o pasó su tiempo. Pida otro.

door-organisation-title = La llave de recuperación de su organización
door-organisation-lead = Su organización guarda una llave fuera de este sitio, con la que puede dejar volver a quienes ayudan. Si puede hacerlo con usted, lo decide usted.
door-organisation-means-title = Qué significa
door-organisation-means-can = Si pierde la contraseña, el código de recuperación y sus contactos, quien guarda esa llave aún puede dejarle entrar.
door-organisation-means-records = Quien tenga esa llave y los datos de este sitio también puede abrir todo lo que usted abre: los datos de todos sus clientes.
door-organisation-means-told = Cuando hagan un enlace para usted, lo verá en sus avisos, y queda en el registro.
door-organisation-means-back = Puede retirarlo aquí cuando quiera. Una copia en una copia de seguridad antigua sigue hasta que esta desaparezca.
door-organisation-give = De acuerdo: que puedan ayudarme a volver
door-organisation-not = No, gracias
door-organisation-on-title = Usted lo permitió
door-organisation-on = Dado: { $when }. Quien guarda la llave de la organización puede abrir lo que usted abre.
door-organisation-outdated = La organización tiene otra llave desde entonces. Si aún lo quiere, acéptelo otra vez.
door-organisation-end = Retirarlo
door-organisation-none = Este sitio no tiene esa llave.

door-tokens-title = Llaves para programas
door-tokens-lead = Con una llave así, un programa actúa en su nombre. Dele solo lo que necesita, y a cada programa la suya.
door-tokens-yours = Sus llaves para programas
door-token-fresh = Su llave nueva
door-token-once = Cópiela ahora en el programa; no se muestra otra vez. Quien la tenga puede actuar como usted.
door-token-ends = termina: { $when }
door-token-revoke = Anular «{ $name }»
door-token-new = Hacer una llave
door-token-name = ¿Para qué es?
door-token-name-hint = Por ejemplo, «calendario de la oficina». Solo lo ve usted.
door-token-may = ¿Qué puede hacer?
door-token-until = ¿Cuánto tiempo?
door-token-days = { $days ->
    [7] una semana
    [30] un mes
    [90] tres meses
    [365] un año
   *[other] { $days } días
}
door-token-make = Hacer la llave
door-token-no-scope = Elija al menos una cosa.
door-token-bad-end = Elija cuánto dura, un año como máximo.
door-token-too-many = Ya tiene veinte. Anule una primero.
door-scope-read = leer
door-scope-read-hint = Su perfil y sus avisos. Ningún dato de clientes.
door-scope-write = cambiar
door-scope-write-hint = Lo mismo. Ningún dato de clientes.
door-scope-records = abrir los datos de clientes
door-scope-records-hint = Todo lo que anotó sobre sus clientes. Elíjalo solo para un programa al que daría su contraseña.

### ---- end of door ----
### ---- drafts ----
### Words that other helpers will read: what may tell who a client is.

drafts-title = ¿Se podría reconocer a alguien?
drafts-lead-enquiry = Todavía no se conocen. Lo que deje en «cambiar» se envía sin ese dato; usted decide sobre cada cosa.
drafts-lead-talk = Los clientes todavía no se han presentado. Lo que deje en «cambiar» se envía sin ese dato; usted decide sobre cada cosa.
drafts-lead-profile = Todos aquí pueden leer esto. Usted decide sobre cada cosa.
drafts-count = { $count ->
    [one] Una parte de sus palabras puede decir quién es alguien.
   *[other] { $count } partes de sus palabras pueden decir quién es alguien.
}
drafts-person = Esto parece un nombre:
drafts-phone = Esto parece un número de teléfono:
drafts-address = Esto parece una dirección:
drafts-email = Esto parece un correo electrónico:
drafts-link = Esto parece un enlace:
drafts-handle = Esto parece un nombre de usuario:
drafts-machine = Esto parece la dirección de una computadora:
drafts-date = Esta fecha puede decir quién es:
drafts-age = Esta edad exacta puede decir quién es:
drafts-card = Esto parece un número de tarjeta:
drafts-account = Esto parece una cuenta bancaria:
drafts-paper = Esto parece el número de un documento o expediente:
drafts-place = Este lugar puede decir quién es:
drafts-postal = Esto parece un código postal:
drafts-organisation = Esto puede ser un trabajo, una escuela o una iglesia:
drafts-nation = Este origen puede decir quién es:
drafts-occupation = Este oficio puede decir quién es:
drafts-replace = Cambiarlo por «{ $role }»
drafts-leave-out = Quitarlo
drafts-keep = Dejarlo como está
drafts-will-read = Leerán:
drafts-all-send = Cambiar todo y enviar
drafts-too-long = Este texto es demasiado largo. Acórtelo, por favor.
### ---- end of drafts ----
### ---- rights ----


consent-method-link = La persona misma, por su enlace
consent-proxy = Si la dio otra persona: quién es y por qué puede hablar por ella
consent-proxy-hint = Por ejemplo: su hija, que lleva sus asuntos. Se guarda en la ficha sellada.
consent-proxy-missing = Diga quién la dio en lugar de la persona y por qué puede hacerlo (200 letras como máximo).
consent-language = ¿En qué idioma se leyó?
consent-renew = Renovar el consentimiento
consent-lead = Lo que la persona aceptó, hasta cuándo, y cómo pararlo. Retirarlo es un solo botón; darlo de nuevo lo deshace.
consent-withdraw-all = Retirar todo
rights-foot-privacy = Privacidad
rights-purpose-see = Para ver qué se guarda y se comparte
rights-purpose-share = Para preguntarle si se puede mostrar una tarjeta
rights-purpose-introduce = Para preguntarle por una presentación
rights-answer-yes = Sí
rights-answer-no = No
rights-answer-talk = Hable antes conmigo
rights-request-correct = La persona dice: aquí hay algo que no es correcto
rights-request-erase = La persona pide que se borre todo
rights-request-edit = Corregir la ficha
rights-request-done = Ya está atendido
rights-request-unreadable = Solo puede leer las palabras quien hizo el enlace.
rights-links-title = Enlaces para la persona
rights-links-lead = Sin cuenta, la persona lee una página en su idioma, responde, ve qué se guarda y retira su permiso.
rights-link-new = Hacer un enlace
rights-link-purpose = ¿Para qué es?
rights-link-purpose-hint = El enlace para una presentación se hace en la página de la presentación.
rights-link-notes = Mostrar también mis notas
rights-link-language = Idioma de la página
rights-link-days = Días
rights-link-days-hint = De 1 a { $most }.
rights-link-make = Hacer el enlace
rights-link-what = Elija para qué es el enlace.
rights-bad-days = Un enlace vale de 1 a { $most } días.
rights-not-asked = Ninguna presentación espera la respuesta de esta persona.
rights-nothing-shared = Elija al menos un dato para compartir.
rights-link-archived = La persona está en el archivo. Recupérela primero.
rights-links-made = Enlaces hasta ahora
rights-links-none = Todavía ninguno.
rights-link-made = hecho el { $date }
rights-link-opened = Abierto el { $date }, todavía sin respuesta.
rights-link-unopened = Todavía sin abrir.
rights-link-answered = Respondió «{ $answer }» el { $date }.
rights-link-until = Vale hasta el { $date }.
rights-link-end = Terminar el enlace
rights-link-over = terminado
rights-link-over-text = Este enlace ha terminado. Lo que mostraba su página está borrado.
rights-link-about = El enlace de la persona:
rights-made-by-other = { $helper } hizo este enlace y solo esa persona puede mostrarlo otra vez. Usted puede terminarlo.
rights-give-title = Déselo solo a la persona
rights-give-text = Quien tenga este enlace o este código puede leer la página y responder en lugar de la persona.
rights-give-link = Por mensaje
rights-give-paper = En papel
rights-give-paper-text = Una hoja en letra grande, con una imagen para la cámara del teléfono y un código corto para escribir.
rights-sheet = Hoja para imprimir
rights-sheet-lead = Esta es la hoja, en el idioma de la persona. Imprímala desde el menú del navegador y désela en mano.
rights-sheet-hello = Para { $client }
rights-sheet-share = { $helper } le hace una pregunta: ¿pueden otras personas que ayudan ver una tarjeta sobre usted, sin su nombre? Léalo y responda aquí.
rights-sheet-introduce = { $helper } quiere presentarle a alguien. Léalo y responda aquí.
rights-sheet-see = Aquí ve lo que { $helper } guarda sobre usted y lo que se muestra a otras personas. Aquí también puede pararlo.
rights-sheet-scan = Con un teléfono: apunte la cámara a esta imagen
rights-sheet-picture = La dirección de su página, como imagen para la cámara
rights-sheet-type = O escriba { $site } en un navegador, y después este código
rights-sheet-keep = Guarde esta hoja para usted. Nadie más necesita ver el código.
rights-ask-by-link = O que la persona responda por un enlace
rights-ask-by-link-instead = Que la persona responda o mire por un enlace
rights-ask-by-link-lead = La persona lee quién sabría qué, ve la otra tarjeta, y dice sí, no, o «hable antes conmigo».
rights-ask-fields = ¿Qué se diría?
rights-match-yes = { $client } dijo que sí por el enlace el { $date }.
rights-match-hand-over = Pasar lo acordado
rights-scope-to = Para una presentación, compartiendo con { $recipient }: { $fields }.
rights-client-foot = No necesita cuenta. Puede decir que no a todo, y la ayuda sigue igual.
rights-ended-title = Este enlace ha terminado
rights-ended-text = Pida uno nuevo a la persona que le ayuda.
rights-too-much-title = Eso fue mucho
rights-too-much-text = Este enlace ya no puede hacer más, o el texto es demasiado largo. Hable con la persona que le ayuda.
rights-over-title = Ya no se pregunta nada
rights-over-text = Esto ya está resuelto o ha terminado. La persona que le ayuda puede contarle más.
rights-code-link = Tengo un código en papel
rights-code-title = Su código
rights-code-lead = Escriba el código de su hoja.
rights-code = Código
rights-code-hint = Diez letras y números. Da igual en mayúsculas o minúsculas.
rights-code-open = Abrir mi página
rights-code-wrong = Este código no abre ninguna página. Revise cada letra. Si está bien, ya ha terminado: pida uno nuevo a la persona que le ayuda.
rights-code-busy = Se probaron demasiados códigos. Espere una hora, o use el enlace o la imagen.
rights-share-title = ¿Pueden otras personas ver una tarjeta sobre usted?
rights-introduce-title = ¿Le gustaría conocer a alguien?
rights-see-title = Lo que se guarda sobre usted
rights-hello = { $client }, esta página es de { $helper }.
rights-share-ask = { $helper } quiere mostrar a otras personas que ayudan una tarjeta sobre usted, para que encuentren gente o servicios para usted.
rights-share-what = La tarjeta no dice su nombre. Dice más o menos dónde vive, su grupo de edad, sus idiomas, y qué necesita o le gusta.
rights-share-card = Esta es la tarjeta
rights-free = Puede decir que no. Puede pararlo cuando quiera.
rights-introduce-person = { $helper } y { $other }, otra persona que ayuda, piensan que usted y alguien a quien { $other } ayuda podrían hacerse bien.
rights-introduce-helper = { $helper } piensa que { $other } podría ayudarle. { $other } lo haría en persona.
rights-introduce-theirs = Sobre la otra persona
rights-introduce-tell = Si dice que sí, a { $other } se le dice esto
rights-introduce-only = Solo se le dice a { $other }, solo para esto, y solo si la otra parte también dice que sí.
rights-your-answer = Su respuesta
rights-until = Esta página está abierta hasta el { $date }.
rights-asked-title = Se avisa a la persona que le ayuda
rights-asked-text = { $helper } verá lo que pidió y hablará con usted.
rights-said-yes-title = Usted dijo que sí
rights-said-yes-text = Vale hasta el { $date }. Puede pararlo aquí cuando quiera.
rights-said-no-title = Usted dijo que no
rights-said-no-text = No se comparte nada. Se avisa a { $helper }. Puede cambiar de opinión más abajo.
rights-said-talk-title = Usted quiere hablar antes
rights-said-talk-text = No se comparte nada. { $helper } hablará con usted.
rights-withdrawn-title = Está parado
rights-withdrawn-text = Desde ahora no se comparte nada de esto. Se avisa a { $helper }. Lo que alguien ya leyó no se puede borrar de su memoria.
rights-mind-changed = ¿Cambió de opinión?
rights-withdraw-lead = Un botón lo para al instante. No tiene que decir por qué.
rights-withdraw = Pararlo
rights-withdraw-one = Parar esto
rights-withdraw-all = Parar todo
rights-place = Dónde vive
rights-limits = A quién quiere conocer
rights-see-lead = Esto es lo que { $helper } tiene anotado sobre usted, como estaba cuando se hizo este enlace.
rights-see-kept = Lo que se guarda
rights-see-notes = Hay además notas que no se muestran aquí. Pida a { $helper } que se las lea.
rights-see-shared = Lo que ven otras personas
rights-see-card = Esta tarjeta, sin su nombre:
rights-see-no-card = No se muestra ninguna tarjeta sobre usted.
rights-see-matches = Presentaciones
rights-see-consents = Lo que usted aceptó
rights-see-no-consents = Nada hasta ahora.
rights-see-log = Quién abrió su ficha
rights-see-log-lead = Cada persona que ayuda, una vez al día.
rights-somebody = alguien que ya no está
rights-mend-title = ¿Algo no es correcto?
rights-mend-words = ¿Qué no es correcto, y cómo es de verdad?
rights-mend-hint = Solo puede leerlo la persona que le ayuda.
rights-mend-send = Decirlo a quien me ayuda
rights-erase-title = ¿Borrar todo?
rights-erase-lead = Puede pedir que se borre todo sobre usted. Antes hablará con usted la persona que le ayuda, porque no se puede deshacer.
rights-erase-send = Pedir que se borre todo
rights-receipt = Comprobante de consentimiento
rights-receipt-lead = Para que la persona lo guarde, en el idioma en que se leyó. Imprímalo desde el menú del navegador.
rights-receipt-client = Quién aceptó
rights-receipt-what = A qué
rights-receipt-method = Cómo
rights-receipt-proxy = Dado en su lugar por
rights-receipt-given = El día
rights-receipt-until = Hasta
rights-receipt-withdrawn = Retirado el
rights-receipt-helper = Anotado por
rights-receipt-version = Texto leído
rights-receipt-stop = Puede pararlo cuando quiera: dígaselo a la persona que le ayuda. No tiene que decir por qué, y la ayuda sigue igual.
rights-receipt-withdraw-hint = Retirarlo para al instante todo lo que este consentimiento permitía. Anotarlo de nuevo lo deshace.
rights-receipt-match = Ir a la presentación
rights-review-title = Fichas que hace mucho no se usan
rights-review-lead = Nadie ha atendido a estas personas desde hace { $months } meses. Lo que no se necesita no se debe guardar: conserve, archive o borre. Nada pasa por sí solo, salvo que aquí se diga.
rights-review-none = Nada que revisar
rights-review-none-text = Todas las fichas se han usado hace poco.
rights-review-since = Última atención: { $when }.
rights-review-card = Se muestra una tarjeta.
rights-review-no-card = No se muestra ninguna tarjeta.
rights-review-matches = { $count ->
    [0] No hay ninguna presentación en marcha.
    [one] Hay una presentación en marcha.
   *[other] Hay { $count } presentaciones en marcha.
}
rights-review-consent = Hay un consentimiento vigente.
rights-review-no-consent = No hay ningún consentimiento vigente.
rights-review-archived = La ficha está en el archivo.
rights-review-active = La ficha no está en el archivo.
rights-review-keep = Todavía se necesita: conservar
rights-review-erased-title = Se borrará
rights-review-erased = La administración ha puesto un plazo para las fichas archivadas. Esta se borra el { $date }, salvo que alguien atienda a la persona.
rights-retention = Cuánto tiempo se guardan las fichas
rights-retention-lead = Las fichas sin atención durante este tiempo pasan a la lista de revisión de quien ayuda. Solo las fichas archivadas se borran sin preguntar, y solo si aquí se pone un plazo.
rights-retention-review = Meses hasta la revisión
rights-retention-months = De { $least } a { $most }.
rights-retention-erase = Meses en el archivo hasta borrar
rights-retention-never = Vacío: nunca.
rights-retention-save = Guardar los plazos
rights-retention-wrong = Elija de { $least } a { $most } meses; deje el segundo campo vacío para nunca.
rights-export-title = Todo lo que se guarda de esta persona
rights-export-of = Todo lo que se guarda de { $client }
rights-export-lead = Hecho el { $date }. No incluye los mensajes entre quienes ayudan: son cartas de dos personas.
rights-export-care = Una vez impreso o guardado, ya solo lo protege usted. Esta exportación queda en el registro de accesos.
rights-export-json = Guardar para programas (JSON)
rights-export-circle = Pueden abrir la ficha:
rights-export-cards = Tarjetas a lo largo del tiempo
rights-export-no-cards = Nunca hubo una tarjeta.
rights-export-card-until = hasta el { $date } como máximo
rights-export-withdrawn = Retirado el { $date }.
rights-export-nothing-told = Ya no se comparte nada, o no se compartió. Lo aceptado está en «Lo que usted aceptó».
rights-log-nobody = la persona o el programa
rights-log-link-made = hizo un enlace para la persona
rights-log-link-ended = terminó un enlace
rights-log-link-opened = se abrió un enlace
rights-log-answered = respondió por un enlace
rights-log-asked = pidió algo por un enlace
rights-log-request-done = atendió lo que la persona pidió
rights-log-exported = exportó todo
rights-notice-answered-match = Su cliente respondió sobre una presentación. Véalo
rights-notice-answered = Un cliente respondió por un enlace. Véalo
rights-notice-asks = Un cliente le pide algo por un enlace. Véalo
rights-notice-withdrew = Un cliente retiró un consentimiento: todo lo que permitía está parado. Véalo
rights-notice-expiring = El consentimiento de un cliente termina pronto. Pregunte y renuévelo
rights-notice-erased = Terminó el plazo de una ficha en el archivo: se borró
rights-today-clients = Lo que piden los clientes
rights-today-asks = Un cliente le pide algo
rights-today-review = { $count ->
    [one] Una ficha hace mucho que no se usa: conservar, archivar o borrar
   *[other] { $count } fichas hace mucho que no se usan: conservar, archivar o borrar
}
rights-done-link-made = El enlace está hecho. Déselo solo a la persona.
rights-done-link-ended = El enlace ha terminado.
rights-done-request = Anotado como atendido.
rights-done-withdrawn = Todo está retirado. Lo que permitía está parado.
rights-done-retention = Los plazos están puestos.
### ---- end of rights ----
### ---- population ----
### Con qué cifras cuenta la puerta a las personas.
population-title = Cómo se cuenta a las personas
population-estimate = No hay ningún censo cargado. Se usa la estimación incluida: al menos 200 personas deben compartir lo que dice una tarjeta.
population-how = Con un censo de su zona las tarjetas pueden decir más, sin peligro. Cárguelo en el servidor:
population-loaded = { $file }, cargado el { $date }: { $lines } líneas, { $places } lugares, { $people } personas. Al menos 100 personas deben compartir lo que dice una tarjeta.
population-again = Un censo más nuevo toma su lugar:
cards-nothing-on-show = Este cliente ya tuvo una tarjeta. Una nueva no dice más que aquella sobre lugar, edad, género e idiomas.
cards-do-give-up = Omitir: { $what }, y probar de nuevo
cards-do-keep = Dejar en la tarjeta: { $what }
cards-do-narrow = Mostrarla solo a mis contactos
cards-do-edit = Completar la ficha
### ---- end of population ----


### ---- trust ----
### Avales, desconfianza privada, y cómo se conocen dos ayudantes.

trust-title = Cómo se conocen
trust-label-doubtful = Dudoso
trust-label-unknown = Desconocido para usted
trust-label-known = Conocido
trust-label-trusted = De confianza
trust-label-well = De mucha confianza
trust-lead-distrusted = Usted anotó que no confía en esta persona. Solo usted lo ve.
trust-lead-doubtful = No todas las personas en quienes usted confía han tenido buenas experiencias aquí.
trust-lead-unknown = Nadie en quien usted confía ha dicho nada todavía de esta persona.
trust-lead-known = Alguien en quien usted confía conoce a esta persona.
trust-lead-trusted = Personas en quienes usted confía hablan bien de esta persona.
trust-lead-well = Personas en quienes usted confía hablan muy bien de esta persona.
trust-path-title = Su mejor camino
trust-path-label = Su camino hasta { $name }: { $count ->
    [one] un paso
   *[other] { $count } pasos
}
trust-step = { $from } sobre { $to }: { $said }
trust-you = Usted
trust-you-within = usted
trust-founder = Alguien que lleva este sitio
trust-founder-within = alguien que lleva este sitio
trust-somebody = Alguien en quien usted confía
trust-somebody-within = alguien en quien usted confía
trust-said-worked = «Hemos trabajado bien»
trust-supporters = Hablan bien de esta persona:
trust-more-supporters = { $count ->
    [one] y un ayudante más en quien usted confía.
   *[other] y { $count } ayudantes más en quienes usted confía.
}
trust-shared-title = Lo que hicieron juntos
trust-shared-good = Una presentación que ayudó
trust-shared-partly = Una presentación que ayudó un poco
trust-shared-unanswered = No le respondió
trust-shared-declined = Rechazó sin dar un motivo
trust-shared-bad = Una presentación que hizo daño
trust-you-said = Lo que usted dice de { $name }
trust-to-mine = Mis avales
trust-to-bond = Cómo se conocen usted y { $name }
trust-wants-renewing = Renuévelo pronto
trust-vouch = Avalar a { $name }
trust-vouch-again = Cambiar o añadir algo sobre { $name }
trust-vouch-title = Avalar a { $name }
trust-vouch-lead = Su palabra ayuda a otros a saber en quién confiar. Dígala solo si la siente.
trust-vouch-public = { $name } ve lo que usted dice. Otros pueden verlo cuando es parte de su camino hasta { $name }. Puede retirarlo cuando quiera.
trust-vouch-send = Decirlo
trust-how-far = ¿Qué puede decir?
trust-no-level = Elija qué puede decir.
trust-level-know = «Le conozco»
trust-level-know-hint = Se han visto, y es quien dice ser.
trust-level-worked = «He trabajado con esta persona»
trust-level-worked-hint = Ayudaron juntos a alguien, aquí o en otro lugar.
trust-level-mother = «Le confiaría a mi madre»
trust-level-mother-hint = La palabra más alta. En general puede decirla de { $most } ayudantes.
trust-about = ¿Sobre qué?
trust-about-hint = Elija «todo», o aquello por lo que conoce a esta persona.
trust-vouch-about = { $said } ({ $field })
trust-field-general = todo
trust-field-children = niños y familia
trust-field-care = cuidados en casa
trust-field-health = salud y ánimo
trust-field-money = dinero
trust-field-housing = vivienda
trust-field-things = comida y cosas
trust-field-transport = transporte
trust-field-work = trabajo
trust-field-learning = aprender e idiomas
trust-field-papers = trámites y leyes
trust-field-company = compañía y amistad
trust-field-safety = seguridad y emergencias
trust-note = Una nota para usted
trust-note-hint = Sellada. Nadie más puede leerla.
trust-note-yours = Su nota: { $note }
trust-left = { $count ->
    [0] Ya dio todos los avales nuevos de esta semana. Renovar siempre es posible.
    [one] Puede dar un aval nuevo más esta semana.
   *[other] Puede dar { $count } avales nuevos más esta semana.
}
trust-not-yet = Todavía no
trust-strangers = Puede avalar a sus contactos, y a ayudantes con quienes ha trabajado.
trust-yourself = No puede avalarse a sí mismo.
trust-enough = Ya dio { $most } avales nuevos en los últimos siete días. Vuelva en unos días.
trust-too-many-mothers = Ya dice la palabra más alta de { $most } ayudantes. Retire una primero, o elija otra palabra.
trust-long-note = Una nota tiene como máximo { $most } caracteres.
trust-opposite = No puede avalar a alguien y a la vez no confiar. Retire primero lo uno.
trust-distrust-title = Si usted no confía en esta persona
trust-distrust-lead = Puede anotar para usted que no confía en esta persona. Solo cambia lo que usted ve. Nadie se entera, tampoco esa persona.
trust-distrust = No confío en { $name }
trust-lift = Quitar esto
trust-warn-stranger = Nadie que usted conozca conoce a este ayudante
trust-warn-doubtful = Tenga cuidado con este ayudante
trust-check = Antes de poner a alguien en contacto con esta persona:
trust-check-talk = Hablen, mejor en persona o por video.
trust-check-ask = Pregunte a qué grupo, iglesia u organización pertenece, y llame allí.
trust-check-place = Acuerde un primer encuentro en un lugar público, y acompañe.
trust-check-first = Empiece con algo pequeño. No comparta una dirección antes.
trust-mine-title = Mis avales
trust-mine-lead = Lo que usted dice de otros ayudantes, y lo que dicen de usted. Un aval cuenta dos años; después hay que renovarlo.
trust-empty-title = Todavía nada
trust-empty = Cuando usted avala a un contacto, quienes confían en usted pueden confiar también en esa persona.
trust-empty-step = Elegir uno de sus contactos
trust-given = Lo que usted dice
trust-received = Lo que otros dicen de usted
trust-distrusted = En quién no confía
trust-distrusted-private = Nadie más ve esta lista, y quienes están en ella no se enteran.
trust-ends = cuenta hasta el { $date }
trust-ended = terminó el { $date }
trust-renew = Renovar: { $name }
trust-revoke-of = Retirar: { $name }
trust-revoke = Retirar
trust-revoke-title = ¿Retirar este aval?
trust-revoke-lead = Deja de contar al momento. { $name } no se entera. Decirlo otra vez cuenta como un aval nuevo.
trust-after-title = Salió bien: ¿avalaría a { $name }?
trust-after = Lo que más cuenta es la palabra de quien trabajó con esa persona.
trust-today = Una buena palabra después de trabajar juntos
trust-notice-invited = Trabajó con { $name }. ¿Le avalaría?
trust-notice-invited-unnamed = Trabajó con otro ayudante. ¿Le avalaría?
trust-notice-received = { $name } le avaló
trust-notice-received-unnamed = Alguien le avaló
trust-audience = Ayudantes de mi confianza
trust-audience-hint = Elija abajo cuánta. Saben que es suya.
trust-audience-level = ¿Cuánta confianza hace falta?
trust-audience-level-hint = Solo cuenta si eligió «Ayudantes de mi confianza». Si retira un aval, la tarjeta se cierra al momento.
trust-least-known = Al menos conocidos: alguien en quien confío les conoce
trust-least-trusted = Al menos de confianza: personas en quienes confío hablan bien de ellos
trust-least-well = De mucha confianza: personas en quienes confío hablan muy bien de ellos
trust-who-enquires = ¿Quién puede enviarle consultas?
trust-who-enquires-hint = Una consulta sobre una tarjeta abierta suya nunca se rechaza, porque eso diría que la tarjeta es suya. Llega en silencio: la encuentra en «Presentaciones», sin aviso.
trust-takes-known = Contactos, y ayudantes a quienes conoce alguien en quien confío
trust-takes-trusted = Contactos, y ayudantes de mi confianza
trust-takes-well = Contactos, y ayudantes de mucha confianza
trust-not-taken = Este ayudante solo recibe consultas de contactos, o de ayudantes de quienes ha oído hablar. Pida primero ser su contacto.
trust-aside = Llegaron en silencio
trust-done-said = Dicho. Gracias.
trust-done-renewed = Renovado por dos años.
trust-done-revoked = Retirado.
trust-done-distrusted = Anotado, solo para usted.
trust-done-lifted = Quitado.
### ---- end of trust ----
### ---- groups ----
groups-title = Grupos
groups-lead = Trabaje con otras personas: una iglesia, una agencia, una calle. Un grupo puede ver fichas que son para él y compartir el cuidado de una persona.
groups-mine = Mis grupos
groups-all = Buscar un grupo
groups-search = Nombre o lugar
groups-place = Solo cerca de este lugar
groups-new = Crear un grupo
groups-none-title = Ningún grupo coincide
groups-none = Pruebe con menos letras, o cree usted un grupo: es cuestión de un minuto.
groups-mine-none-title = Aún no está en ningún grupo
groups-mine-none = Un grupo permite que unas pocas personas que se conocen se muestren fichas y se releven. Busque uno abajo, o cree uno.
groups-invited = Tiene una invitación
groups-asked-list = Pidió entrar
groups-friend = Amigo
groups-kind-open = Abierto: entra quien quiera
groups-kind-request = A petición
groups-kind-invitation = Por invitación
groups-kind-secret = Secreto
groups-kind-open-hint = Nadie mira quién entra; por eso no sirve como público de fichas ni se puede compartir con él a nadie.
groups-kind-request-hint = La gente lo pide, responde a sus preguntas y una persona coordinadora dice que sí.
groups-kind-invitation-hint = Todo el mundo encuentra el grupo. Entra solo quien recibe una invitación.
groups-kind-secret-hint = Solo quienes están o tienen invitación saben que existe.
groups-role-coordinator = Coordinación
groups-role-member = Miembro
groups-role-observer = Observación
groups-role-coordinator-hint = Decide quién está en el grupo y qué dice. Hace todo lo que hacen los miembros.
groups-role-member-hint = Ve las fichas para el grupo, escribe y ocupa lugares con personas compartidas.
groups-role-observer-hint = Lee lo que escribe el grupo. No ve fichas.
groups-form-title = Crear un grupo
groups-edit-title = Cambiar el grupo
groups-name = Nombre
groups-about = De qué trata el grupo
groups-about-hint = Lo leen otras personas. No nombre aquí a nadie a quien ayuda.
groups-kind = Cómo se entra
groups-area = Dónde trabaja
groups-situations = Para quién
groups-needs = Con qué ayuda
groups-languages = Idiomas
groups-questions = Preguntas para quien pide entrar
groups-questions-hint = Una por línea, cinco como máximo. Solo la coordinación lee las respuestas, y se borran cuando usted contesta.
groups-agreement = Acuerdo
groups-agreement-hint = Lo acepta todo el que entra. Si lo cambia, se pregunta de nuevo a todos, y hasta aceptarlo solo leen.
groups-save = Guardar grupo
groups-create = Crear grupo
groups-fault-name = Escriba un nombre de 80 caracteres como máximo.
groups-fault-about = Escriba como máximo 1.500 caracteres.
groups-fault-agreement = Escriba como máximo 6.000 caracteres.
groups-fault-questions = Como máximo cinco preguntas de 200 caracteres.
groups-fault-terms = Elija como máximo 60 de cada lista.
groups-fault-answers = Responda a cada pregunta, con 1.000 caracteres como máximo.
groups-fault-agreed = Lea el acuerdo tal como está ahora y marque que lo acepta.
groups-not-allowed = Su papel en este grupo no lo permite. Puede hacerlo la coordinación.
groups-invitation-needed = En este grupo se entra solo por invitación. Pregunte a la coordinación.
groups-link-over = Este enlace ya no sirve: se agotó, se retiró o es demasiado antiguo. Pida otro.
groups-already = Ya es así.
groups-last-coordinator = Un grupo necesita coordinación. Dé antes ese papel a otra persona, o cierre el grupo.
groups-changed = Alguien lo cambió mientras tanto. Mírelo de nuevo y guarde después.
groups-wrong-kind = Un grupo de esta clase no puede hacer eso.
groups-join = Entrar
groups-join-title = Entrar en este grupo
groups-ask-title = Pedir entrar
groups-ask = Enviar petición
groups-accept-invitation = Aceptar invitación
groups-decline = Rechazar invitación
groups-take-back = Retirar petición
groups-you-asked = Pidió entrar. La coordinación le contestará.
groups-agree-tick = He leído el acuerdo y lo acepto
groups-agree = Aceptar acuerdo
groups-agree-again-title = El acuerdo ha cambiado
groups-agree-again = Hasta que lo acepte puede leer aquí, y no ve fichas para el grupo.
groups-by-link-trusted = Con este enlace entra enseguida.
groups-members = Miembros
groups-coordinators = Coordinación
groups-size = { $count ->
        [0] Hay menos de 11 personas
        *[other] Hay unas { $count } personas
    }
groups-since = desde { $date }
groups-not-agreed = Aún no ha aceptado el acuerdo
groups-make = Dar el papel de { $role } a { $name }
groups-remove = Retirar a { $name }
groups-remove-title = ¿Retirar a { $name } del grupo?
groups-remove-text = Ya no verá las fichas para el grupo. Los lugares que tiene por él terminan enseguida. La clave de un registro cambia enseguida si usted lo dirige; si no, cuando lo abra quien lo dirige. Lo que ya leyó, lo sabe.
groups-remove-do = Retirar del grupo
groups-leave = Salir del grupo
groups-leave-title = ¿Salir de este grupo?
groups-leave-text = Ya no verá sus fichas, y se retiran las de usted que son solo para él. Terminan los lugares que tiene por él, y las personas que comparte con él dejan de compartirse.
groups-close = Cerrar el grupo
groups-close-title = ¿Cerrar este grupo para todos?
groups-close-text = Nadie estará en él. Se retiran las fichas para él y terminan los lugares que vinieron por él. No se puede deshacer.
groups-requests = Peticiones de entrada
groups-requests-lead = Solo la coordinación lee las respuestas. Se borran cuando usted contesta.
groups-requests-none = Nadie espera
groups-requests-none-text = Cuando alguien pida entrar, lo verá aquí y en Hoy.
groups-requests-waiting = { $count ->
        [one] Una persona pide entrar
        *[other] { $count } personas piden entrar
    }
groups-by-link = llegó por un enlace
groups-admit = Dejar entrar a { $name }
groups-refuse = Rechazar a { $name }
groups-refuse-hint = El programa no avisa a quien se rechaza: dígaselo usted.
groups-invite = Invitar a un contacto
groups-invite-who = A quién
groups-invite-role = Como
groups-invite-do = Enviar invitación
groups-invite-none = Todos sus contactos están dentro o tienen invitación. Haga un enlace para otras personas.
groups-invitations = Con invitación, sin respuesta aún
groups-until = hasta el { $date }
groups-invitation-back = Retirar la invitación de { $name }
groups-links = Enlaces para entrar
groups-links-lead = Quien tiene un enlace puede usarlo. Délo solo a quien corresponde.
groups-link-trusted = Deja entrar enseguida
groups-link-vetted = Antes dice que sí la coordinación
groups-link-kind = Qué hace el enlace
groups-link-days = Días que vale
groups-link-uses = Para cuántas personas
groups-link-make = Crear enlace
groups-link-made = Su nuevo enlace
groups-link-once = Cópielo ahora: se muestra una sola vez.
groups-link-print = O imprima una hoja para el tablón. Quien tenga este enlace puede usarlo: déselo a quienes usted quiera invitar.
groups-link-sheet = Únase a nosotros: { $group }
groups-link-sheet-lead = Somos un grupo de ayudantes en Argonaut: personas que actúan por otras personas. Inicie sesión y entre con este enlace.
groups-link-picture = Código QR con el enlace a { $group }
groups-link-scan = Escanee esto
groups-link-type = O escriba esta dirección
groups-link-back = Volver a { $group }
groups-link-used = usado { $uses } de { $most }
groups-link-end = Terminar este enlace
groups-link-over-short = terminado
groups-needs-sum = Lo que se busca en fichas para este grupo
groups-offers-sum = Lo que se ofrece en fichas para este grupo
groups-sum-hint = Sumas de las fichas que usted ve. No se muestran las menores de 11; las demás se redondean a 5.
groups-sum-none = Aún hay muy pocas fichas para sumar.
groups-shared = { $count ->
        [one] Comparte una persona con este grupo.
        *[other] Comparte { $count } personas con este grupo.
    }
groups-friends = Grupos amigos
groups-friends-hint = Los miembros de grupos amigos se ven entre sí y pueden elegirse como público de fichas.
groups-friends-none = Ninguno todavía.
groups-friend-asks = pide ser amigo
groups-friend-asked = preguntado, sin respuesta aún
groups-friend-accept = Aceptar a { $name } como amigo
groups-friend-end = Terminar con { $name }
groups-friend-which = Pedir a un grupo que sea amigo
groups-friend-ask = Pedir al grupo
groups-next = Qué hacer ahora
groups-next-card = Mostrar una ficha a este grupo
groups-next-share = Compartir el cuidado de una persona: abra su registro y después su círculo
groups-next-invite = Invitar a alguien
groups-next-edit = Cambiar el grupo
groups-no-cards-open = En este grupo entra quien quiera; por eso no sirve como público de fichas.
groups-today = Grupos
groups-today-requests = { $name }: { $count ->
        [one] una persona pide entrar
        *[other] { $count } personas piden entrar
    }
groups-today-friends = { $name }: un grupo pide ser amigo
groups-today-agree = { $name }: acepte el nuevo acuerdo
groups-today-invited = { $name } le invita
groups-circle = Compartido con grupos
groups-circle-hint = A cada miembro se le ofrece un lugar, y abre el registro solo después de aceptar. Usted lo sigue dirigiendo. Quien sale del grupo pierde el lugar. Las claves de miembros que no son contactos suyos vienen de este servidor: compárenlas cuando se vean.
groups-circle-share = Compartir con este grupo
groups-circle-which = Grupo
groups-circle-none = No está en ningún grupo con el que se pueda compartir: los abiertos no sirven.
groups-circle-shared = { $name }: compartido. { $count ->
        [0] Todos los miembros tienen lugar.
        [one] Un miembro no tiene lugar.
        *[other] { $count } miembros no tienen lugar.
    }
groups-circle-end = Dejar de compartir con { $name }
cards-audience-groups-hint = La ven los miembros de los grupos que marque abajo, y que es de usted.
groups-which = Qué grupos
groups-audience-group = Amigo de { $name }
groups-done-made = El grupo está creado. Invite ahora a alguien.
groups-done-saved = Grupo guardado.
groups-done-joined = Ya está dentro.
groups-done-asked = Petición enviada. La coordinación contestará.
groups-done-declined = Hecho. No queda nada pendiente entre usted y el grupo.
groups-done-answered = Petición contestada.
groups-done-invited = Invitación enviada.
groups-done-taken-back = Retirada.
groups-done-link-ended = El enlace ya no abre nada.
groups-done-agreed = Acuerdo aceptado.
groups-done-left = Salió del grupo.
groups-done-removed = Retirado. Lo que vino por el grupo terminó también.
groups-done-part = Papel cambiado.
groups-done-closed = El grupo está cerrado.
groups-done-friend = Hecho. Si el otro grupo acepta, son amigos.
groups-done-friend-ended = Terminado.
groups-done-shared = Compartido. A cada miembro se le ofrece un lugar.
groups-done-unshared = Ya no se comparte. Terminaron los lugares que vinieron por el grupo y cambió la clave.
groups-notice-invited = Tiene una invitación a un grupo.
groups-notice-asked = Alguien pide entrar en un grupo que usted coordina.
groups-notice-joined = Un grupo le dejó entrar.
groups-notice-part = Tiene otro papel en un grupo.
groups-notice-agreement = Un grupo cambió su acuerdo. Léalo y acéptelo.
groups-notice-friend-asked = Otro grupo pide ser amigo del suyo.
groups-notice-friend-accepted = Otro grupo aceptó ser amigo del suyo.
groups-notice-seats = Un grupo con el que comparte a una persona tiene un miembro nuevo. Abra el registro para ofrecerle un lugar.
groups-notice-card = Una ficha suya se retiró o la ven menos personas: un grupo ya no es público de usted.
groups-posts-lead = Pida, ofrezca, agradezca: lo que se escribe aquí es solo para este grupo.
groups-posts = Publicaciones de este grupo
groups-posts-write = Escribir a este grupo
### ---- end of groups ----


### ---- posts ----
posts-nav = Tablón
posts-lead = Pregunte a la red, ofrezca una mano, dé las gracias, cuente lo que salió bien. Nunca se nombra a un cliente.
posts-write = Escribir un mensaje
posts-write-lead = Cuatro clases, un formulario. Las peticiones y los ofrecimientos terminan a los 30 días si no los renueva.
posts-mine = Mis mensajes
posts-mine-lead = Todo lo que usted escribió, también lo que ya terminó. Los demás solo ven lo vigente.
posts-mine-none-title = Todavía no ha escrito nada
posts-mine-none = Un buen primer mensaje: lo que usted puede dar. Otros lo encuentran cuando buscan justo eso.
posts-kinds = Clases de mensajes
posts-kind-all = Todo
posts-kind = ¿Qué clase de mensaje?
posts-kind-ask = Peticiones
posts-kind-ask-hint = ¿Quién podría ayudar con…? Las respuestas le llegan solo a usted.
posts-kind-offer = Ofrecimientos
posts-kind-offer-hint = Puedo ayudar con…
posts-kind-thanks = Gracias
posts-kind-thanks-hint = A quienes ayudaron.
posts-kind-story = Historias
posts-kind-story-hint = Lo que salió bien, contado sin nombres.
posts-title-ask = { $name } pregunta
posts-title-offer = { $name } ofrece
posts-title-thanks = { $name } da las gracias
posts-title-story = { $name } cuenta una historia
posts-groups = Grupos
posts-about = Mensajes sobre { $term }.
posts-about-all = Ver todos
posts-see-all = Marcar todo como visto
posts-no-more = No hay mensajes más antiguos.
posts-none-title = Aquí no hay nada todavía
posts-none = Aquí los ayudantes se piden ayuda, la ofrecen y dan las gracias. Empiece con lo que usted puede dar: quizá alguien lo busca.
posts-none-first = Ofrecer algo
posts-open = Leer
posts-comments = { $count ->
    [one] Un comentario
   *[other] { $count } comentarios
}
posts-thanks = { $count ->
    [one] Un agradecimiento
   *[other] { $count } agradecimientos
}
posts-new = Nuevo
posts-yours = Suyo
posts-solved = Resuelto
posts-ended = Terminado
posts-edited = cambiado después
posts-needs = Se necesita
posts-offers = Puede dar
posts-for-everyone = Todos aquí
posts-for-everyone-hint = Todas las personas que ayudan en este sitio.
posts-for-contacts = Mis contactos
posts-for-contacts-hint = Ayudantes que usted conoce.
posts-for-trusted = Ayudantes en quienes confío
posts-for-trusted-hint = También aquellos por quienes responde gente de su confianza.
posts-for-groups = { $count ->
    [one] Un grupo
   *[other] { $count } grupos
}
posts-audience = ¿Quién puede leerlo?
posts-words = Sus palabras
posts-words-hint = Sencillas y breves. Sin nombres, sin direcciones, nada por lo que se pueda reconocer a un cliente.
posts-privacy = Quienes lo leen ven su nombre y lo que escribe aquí. No escriba nada que pueda revelar quién es un cliente.
posts-drafts-lead = Otras personas leerán esto. Decida sobre cada parte, por favor.
posts-find-by = Para que se encuentre: de qué trata y dónde
posts-terms = ¿De qué trata?
posts-terms-hint = En una petición: lo que se necesita. En un ofrecimiento: lo que puede dar. Cuentan 8 como máximo. Las necesidades que podrían avergonzar a alguien nunca se muestran por su nombre.
posts-urgent = No puede esperar
posts-place = Dónde
posts-place-hint = Una ciudad o una región. Los lugares pequeños se muestran como la región que los rodea.
posts-place-unknown = No conocemos ese lugar. Pruebe con la ciudad más cercana, o déjelo vacío.
posts-publish = Publicar mensaje
posts-save = Guardar las palabras
posts-edit = Cambiar las palabras
posts-edit-lead = Cambian las palabras; los lectores y las necesidades se quedan. Para otros lectores, bórrelo y escriba uno nuevo.
posts-delete = Borrar el mensaje
posts-delete-title = Esto no se puede deshacer
posts-delete-text = Se borra el mensaje con todo lo que se dijo debajo. No se guarda nada.
posts-delete-now = Borrar este mensaje
posts-renew = Renovar por 30 días
posts-ends-on = Termina el { $day }.
posts-ended-on = Terminó el { $day }. Solo usted lo ve.
posts-thank = Dar las gracias
posts-unthank = Retirar mis gracias
posts-thanked-by = Gracias de { $names }.
posts-comments-title = Comentarios
posts-comments-none = Nadie ha dicho nada todavía.
posts-comment = Su comentario
posts-comment-hint = Lo leen todas las personas que ven el mensaje.
posts-comment-send = Enviar comentario
posts-comment-delete = Borrar el comentario de { $name }
posts-report = Denunciar este mensaje
posts-for-client = Usted preguntó esto por uno de sus clientes. A nadie más se le muestra por quién; se guarda sellado, solo para usted.
posts-client-record = Abrir la ficha
posts-answer-title = ¿Puede ayudar?
posts-answer-private = Solo { $name } lee su respuesta. Queda sellada para ustedes dos.
posts-answer-how = Su respuesta
posts-answer-help = Puedo ayudar
posts-answer-know = Conozco a alguien
posts-answer-with = ¿Con qué? (puede quedar abierto)
posts-answer-words = Unas palabras
posts-answer-words-hint = Qué puede dar y cuándo. No escriba teléfonos: se les pondrá en contacto.
posts-answer-send = Enviar respuesta
posts-answer-back = Retirar mi respuesta
posts-answer-closed = Esta respuesta ya no se puede abrir.
posts-my-answer = Su respuesta
posts-answers = Respuestas
posts-answers-private = Solo usted ve estas respuestas.
posts-answers-none-title = Todavía no hay respuestas
posts-answers-none = Le avisamos en cuanto alguien responda. Mientras tanto, mire abajo quién ofrece lo que usted pide.
posts-accept = Aceptar la respuesta de { $name }
posts-decline = Declinar con gracias la de { $name }
posts-state-waiting = en espera
posts-state-accepted = aceptada
posts-state-declined = declinada con gracias
posts-state-helped = ayudó
posts-solve = Está resuelto
posts-solve-lead = La petición se cierra para todos. Quienes ayudaron lo sabrán.
posts-who-helped = ¿Quién ayudó?
posts-solve-now = Cerrar la petición
posts-listed = Estas personas lo ofrecen
posts-listed-lead = Ya lo ofrecen: puede escribirles enseguida.
posts-ask-network = ¿Quién podría ayudar?
posts-ask-title = ¿Quién podría ayudar con…?
posts-ask-lead = Pregunte a otros ayudantes por este cliente. Lo que permiten las reglas de la tarjeta ya está marcado.
posts-ask-privacy = Quienes lo leen ven su nombre, las necesidades que marque y «{ $place }» (si lo leen todos, a lo sumo la región). No ven por quién pregunta.
posts-ask-card-title = Hay una tarjeta abierta de este cliente
posts-ask-card = La tarjeta no muestra quién es usted; la petición muestra su nombre. Quien lea las dos puede suponer que van juntas. Para pocos lectores, elija sus contactos.
posts-ask-needs = Qué pedir
posts-ask-no-needs = La ficha no tiene necesidades que se puedan mostrar. Añada alguna a la ficha, o pregunte abajo con sus palabras.
posts-ask-words = Con sus palabras (puede quedar vacío)
posts-ask-words-hint = Sin nombres, nada por lo que se pueda reconocer a su cliente.
posts-ask-send = Preguntar a la red
posts-bad-words = Escriba entre 1 y { $most } caracteres, por favor.
posts-bad-audience = Elija quién puede leerlo, por favor.
posts-nothing-asked = Diga qué se pide, por favor: con palabras o con una necesidad.
posts-changed = Cambió mientras tanto. Mírelo otra vez, por favor.
posts-over = Está cerrado, o su tiempo terminó.
posts-yourself = Es su propio mensaje.
posts-reads-only = Aquí puede leer, pero no escribir.
posts-already = Usted ya respondió.
posts-done-written = Su mensaje está publicado.
posts-done-changed = Sus palabras están guardadas.
posts-done-deleted = El mensaje está borrado.
posts-done-renewed = Sigue otros 30 días.
posts-done-seen = Todos los mensajes están marcados como vistos.
posts-done-commented = Su comentario está ahí.
posts-done-comment-deleted = El comentario está borrado.
posts-done-thanked = Gracias por dar las gracias.
posts-done-thanks-back = Sus gracias están retiradas.
posts-done-asked = La red tiene su pregunta. Las respuestas le llegan solo a usted.
posts-done-answered = Su respuesta va en camino, solo para quien preguntó.
posts-done-answer-back = Su respuesta está retirada.
posts-done-enquiry = Comenzó una consulta: aquí siguen juntos.
posts-done-contact = Le pidió ser contacto. Cuando acepte, podrán hablar.
posts-done-known = Aceptada. Ya se conocen: escríbale.
posts-done-declined = Declinada, con gracias.
posts-done-solved = Resuelto. Quienes ayudaron reciben las gracias.
posts-notice-answered = Alguien respondió a una petición suya.
posts-notice-news = Hay novedades en un mensaje suyo.
posts-notice-accepted = Su respuesta a una petición fue aceptada.
posts-notice-declined = Su respuesta a una petición fue declinada, con gracias.
posts-notice-helped = Una petición está resuelta, y su respuesta ayudó. Gracias.
posts-hidden-title = La moderación quitó esto de la vista de los demás
posts-hidden = Solo usted lo ve. El motivo y cómo apelar están en
posts-comment-report = Denunciar lo que escribió { $name }
### ---- end of posts ----
### ---- people ----
people-words = Palabras: un nombre, una habilidad
people-offer = Puede ayudar con
people-more = Más: lugar, idioma
people-situation = Trabaja con
people-place = En o cerca de
people-language = Habla
people-tag = Mi etiqueta
people-none = Nadie aquí encaja que se lo muestre. Pida menos, o invite a alguien que conozca.
people-narrow = Acotar
people-about = unas { $count }
people-who-contacts = Quién ve a quién conocemos en común (la otra parte también debe aceptarlo)
people-both-know = Ambos conocen a
people-note = Solo para usted
people-note-private = Sellado con su clave. Nadie más lo lee, ni sabe que existe.
people-note-words = Nota
people-note-save = Guardar nota y etiquetas
people-note-kept = Guardado, solo para usted.
people-note-long = Una nota tiene como máximo { $most } caracteres.
people-tags = Etiquetas
people-tags-hint = Separadas por comas. Puede buscarlas entre los ayudantes.
people-tags-many = Como máximo { $most } etiquetas de { $longest } caracteres.
people-suggested = Quizá quiera conocer a
people-same-clients = Trabaja con personas en la misma situación que las suyas: { $what }
people-has-offers = Ofrece lo que necesitan personas por las que usted actúa: { $what }
people-known-to = Conoce a { $who }
people-not-now = Ahora no
people-never = No volver a sugerir
people-again = Mostrar de nuevo a quienes aparté
people-invite = Invitar a alguien
people-befriend = Deseo que seamos contactos
people-befriend-hint = Se le pregunta al registrarse, y puede decir que no.
people-as = ¿Qué puede decir de esta persona?
people-as-hint = Cuenta cuando se registra con este enlace y pasa a ser su contacto.
people-as-nothing = Nada
people-as-know = La conozco
people-as-worked = He trabajado con ella
people-as-mother = Le confiaría a mi madre
people-greeting = Un saludo
people-greeting-hint = Lo lee quien abra el enlace. Sin nombres de personas atendidas, por favor.
people-greeting-long = Un saludo tiene como máximo { $most } caracteres.
people-invitations-many = Ya son { $most } en un día. Siga mañana, por favor.
people-invitation-text = { $greeting } Aquí la gente ayuda a otras personas. Este enlace es solo para usted: { $address }
people-invitation-subject = Una invitación a Argonaut
people-invitation-mail = Abrir en mi programa de correo
people-invitation-scan = Para escanear cuando estén juntos
people-invited-by = { $name } le invita
people-become-contacts = Ser contacto de { $name }
people-found-by = Cómo me pueden encontrar
people-found-by-lead = Quienes tengan su correo o número en su libreta pueden encontrarle aquí, si usted quiere.
people-found-by-private = No guardamos copia legible: una huella con clave para comparar, y el texto sellado para usted. Nadie comprueba que sea suyo, y así se dice a los demás.
people-found-by-value = Correo electrónico o número de teléfono
people-found-by-hint = Un número con su prefijo de país, o como se marca donde usted ayuda.
people-found-by-add = Que me encuentren por esto
people-found-by-remove = Quitar { $what }
people-found-by-unreadable = No es un correo ni un número que podamos leer. Pruebe con el prefijo de país.
people-found-by-many = Como máximo { $most }. Quite uno primero.
people-book = Revisar mi libreta de direcciones
people-book-lead = Vea quiénes de sus conocidos están aquí, e invite a otros, de uno en uno.
people-book-private = El archivo se lee en memoria y se olvida. Nadie de él se guarda ni recibe nada.
people-book-file = Libreta de direcciones (.vcf)
people-book-hint = Expórtela de su teléfono o correo como vCard.
people-book-look = Revisarla
people-book-none = En este archivo no hay ninguna vCard. Elija uno que termine en .vcf.
people-book-found = Lo que encontramos
people-book-waiting = { $count ->
    [one] Un correo o teléfono tiene que esperar hasta mañana: así nadie puede probarlos todos.
   *[other] { $count } correos y teléfonos tienen que esperar hasta mañana: así nadie puede probarlos todos.
}
people-book-cut = Solo se leyeron las primeras { $most } entradas.
people-book-faults = { $count ->
    [one] Una entrada no se pudo leer
   *[other] { $count } entradas no se pudieron leer
}
people-book-entry = Entrada { $number }:
people-book-broken = está cortada, o no es una vCard.
people-book-nothing = sin nombre, correo ni número.
people-book-large = es demasiado grande.
people-book-says = Está aquí, según dice:
people-book-may-be = Quizá, por el nombre:
people-book-invite = Invitar a { $name }
people-book-limit = Como máximo { $most } MB.
people-book-choose = Elija primero un archivo.
people-book-too-large = El archivo supera { $most } MB. Expórtelo sin fotos o por partes.
people-book-cut-off = El archivo no llegó completo. Envíelo otra vez, por favor.
people-in-groups = Ambos están en
people-today-all = Más sugerencias
### ---- end of people ----
### ---- limits ----
limits-title = Una breve espera
limits-often = Hizo esto muchas veces en poco tiempo. Espere { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
  } y siga. No se pierde nada de lo que escribió.
limits-reading = Hoy ha visto muchísimas tarjetas. Para proteger a las personas que hay detrás, la siguiente llega dentro de { $seconds } segundos. Las páginas de sus propios clientes están abiertas como siempre.
limits-soon = Hizo esto muchas veces en poco tiempo. Espere { $seconds } segundos y siga. No se pierde nada de lo que escribió.
limits-yours = Lo que escribió
limits-again = Enviar otra vez
limits-retry = Intentar de nuevo
limits-back = A Hoy
limits-secret = Escriba esto otra vez, por favor: no lo repetimos
limits-file = Los archivos hay que elegirlos otra vez, en la página anterior.
limits-notice-slowed = Hoy ha visto muchísimas tarjetas, por eso hay una breve espera entre ellas. Mañana será como siempre.
limits-notice-fast = { $name } mira muchas más tarjetas de lo normal. Va más despacio; pregúntele por qué.
limits-notice-fast-unnamed = Una persona que ayuda mira muchas más tarjetas de lo normal. Va más despacio; pregúntele por qué.
### ---- end of limits ----


### ---- suspended ----
accounts-suspended-title = Su cuenta está suspendida
accounts-suspended-lead = Ahora no puede trabajar aquí. Este es el motivo, y así puede pedir que otra persona lo revise.
accounts-suspended-undecided = La administración suspendió esta cuenta. Escriba, por favor, a quien lleva este sitio.
accounts-suspended-again = Otra vez, para que nadie apele en su nombre.
accounts-suspended-data = Los registros de sus personas siguen sellados como están. Quien comparte un registro con usted conserva el acceso. El enlace propio de cada persona sigue abriendo.
accounts-suspended-branch = Su cuenta y otras que llegaron por las mismas invitaciones se suspendieron juntas
### ---- end of suspended ----
### ---- tree ----
tree-title = Quién invitó a quién
tree-lead = Cada persona que ayuda, y quienes llegaron por su invitación. Donde muchas cuentas inventadas llegaron una por otra, actúe sobre toda la rama a la vez.
tree-empty = Nadie ha invitado a nadie todavía.
tree-depth = paso { $depth }
tree-admin = Administración
tree-below = { $count ->
    [one] una llegó por su invitación
   *[other] { $count } llegaron por su invitación
}
tree-open = { $count ->
    [one] una invitación abierta
   *[other] { $count } invitaciones abiertas
}
tree-cut = Actuar sobre esta rama
tree-cut-title = Actuar sobre una rama
tree-cut-lead = Se refiere a esta persona y a todas las que llegaron por ella, paso a paso. Se puede deshacer.
tree-concerns = Cuentas activas: { $active }. Invitaciones abiertas: { $open }.
tree-scope = Qué hacer
tree-scope-invitations = Terminar todas las invitaciones abiertas
tree-scope-suspend = Terminar todas las invitaciones abiertas y suspender todas las cuentas activas. La administración se queda.
tree-reason = Por qué
tree-reason-hint = Todas las personas afectadas lo leen cuando intentan entrar.
tree-do = Hacerlo
tree-own = Su propia cuenta está en esta rama. Elija una más abajo.
tree-bad-reason = Diga por qué con 1 a { $most } caracteres.
tree-cuts = Lo que se hizo
tree-cut-line = { $count ->
    [0] { $name } y quienes siguen: invitaciones terminadas
    [one] { $name } y quienes siguen: invitaciones terminadas, una cuenta suspendida
   *[other] { $name } y quienes siguen: invitaciones terminadas, { $count } cuentas suspendidas
}
tree-undo = Deshacer
tree-undone = Deshecho el { $date }
tree-done-cut = Hecho. Puede deshacerlo abajo.
tree-done-undone = Deshecho: exactamente lo que aquel acto cambió.
accounts-declined = Este sitio no aceptó su solicitud: { $reason }
accounts-answer-missing = Responda esta pregunta, por favor (como mucho { $most } caracteres).
admin-questions = Qué se pregunta a quien llega
admin-questions-label = Preguntas, una por línea
admin-questions-hint = Cinco como mucho. Se hacen a quien se registra y espera aprobación; sus respuestas se borran al dejarle entrar.
admin-questions-save = Guardar las preguntas
admin-decline = Rechazar
admin-decline-reason = Por qué (lo lee al intentar entrar)
admin-decline-do = Rechazar la solicitud
admin-declined = Rechazada: { $reason }
admin-done-declined = Rechazada. Lee el motivo al intentar entrar; aún puede dejarle entrar.
admin-bad-reason = Diga por qué con 1 a { $most } caracteres.
### ---- end of tree ----
### ---- rings ----
rings-title = Ruedas
rings-lead = Tres personas que podrían ayudarse en círculo: cada una da lo que la siguiente necesita. Buscamos ruedas cada noche.
rings-empty-title = Todavía no hay ruedas
rings-empty = Cuando la ficha de una persona suya dice qué necesita y qué puede dar, puede formarse una rueda. Le avisaremos.
rings-one = Una rueda de tres
rings-one-lead = Cada una da lo que la siguiente necesita. Nadie conoce un nombre antes de que las tres personas que ayudan digan que sí.
rings-line = Una rueda con { $name }
rings-line-unnamed = Una rueda con una persona suya
rings-yes-of = { $yes } de { $seats } dijeron que sí
rings-who-gives = Quién da qué
rings-gives = da { $what } a { $to }
rings-picture = Una rueda: { $one } da a { $two }, { $two } da a { $three }, { $three } da a { $one }.
rings-mine = { $name } (persona suya)
rings-not-on-show = Alguien cuya ficha ya no está a la vista
rings-sought = Buscamos a alguien
rings-cards = Las fichas
rings-state-proposed = Se esperan respuestas
rings-state-going = La rueda está en marcha
rings-state-ended = Esta rueda terminó
rings-answer-awaited = Se espera respuesta
rings-answer-yes = Sí
rings-reason-not-now = Ahora no
rings-reason-not-suitable = No encaja
rings-reason-need-met = La necesidad ya está cubierta
rings-reason-client-no = La persona dijo que no
rings-reason-other = Otro motivo
rings-reason-no-answer = No llegó respuesta
rings-reason-gone = La ficha ya no está a la vista
rings-your-answer = ¿Quiere intentarlo?
rings-your-answer-lead = Sí significa: está dispuesto a hablarlo con las otras dos personas que ayudan. Cuando las tres digan que sí, verán sus nombres, y todavía no se promete nada a nadie.
rings-yes = Sí, intentémoslo
rings-no = No
rings-leave = Dejar la rueda
rings-leave-lead = ¿Por qué? Los demás solo saben que su lugar está libre. Buscamos a alguien que encaje.
rings-waiting-title = Usted dijo que sí
rings-waiting = { $count ->
    [one] Falta una respuesta. Le avisaremos.
   *[other] Faltan { $count } respuestas. Le avisaremos.
}
rings-seeking-title = Un lugar está libre
rings-seeking = Buscamos a alguien cuyas necesidades y dones encajen. Le avisaremos cuando lo encontremos.
rings-going = Las tres dijeron que sí. Desde aquí trabajan de dos en dos: hablen, pregunten a la persona, presenten.
rings-room-give = Su persona da: abrir la sala
rings-room-get = Su persona recibe: abrir la sala
rings-ended = Ya no se puede completar. Hay otras sugerencias en la página de la persona.
rings-gone = Una ficha de esta rueda ya no está a la vista. Buscamos a otra persona.
rings-changed = La rueda cambió entre tanto. Mire otra vez, por favor.
rings-refused = Esto ya no es posible. Mire otra vez, por favor.
rings-done-yes = Su sí está anotado. Le avisaremos cómo sigue.
rings-done-goes = Las tres dijeron que sí. Ya pueden hablar entre ustedes.
rings-done-left = Usted dejó la rueda.
rings-notice-proposed = Encontramos una rueda: tres personas podrían ayudarse, y una es persona suya.
rings-notice-changed = Hay novedades en una rueda suya.
rings-notice-goes = Las tres dijeron que sí: comienza una rueda.
rings-notice-ended = Una rueda terminó.
rings-link = { $count ->
    [0] Ruedas
    [one] Ruedas: una espera su respuesta
   *[other] Ruedas: { $count } esperan su respuesta
}
### ---- end of rings ----
### ---- plan ----
plan-title = Planear, hacer, revisar
plan-lead = Lo que la persona quiere, con sus propias palabras, pasos pequeños y una mirada atrás en común.
plan-private = El plan está sellado en la ficha. Lo lee su círculo, y también la persona si usted lo imprime o se lo muestra con su enlace.
plan-none = Aún no hay plan. Pregunte qué le importa y anote una cosa que quiera, tal como lo dice. Para empezar basta un paso pequeño.
plan-grew-from = Nació de: { $interest }
plan-last-level = { $level } ({ $date })
plan-next-review = Lo revisamos de nuevo el { $date }.
plan-levels = Cómo se ve cada nivel
plan-levels-hint = Solo si ayuda. Algo que se pueda ver: «juega una vez por semana».
plan-level-much-less = Mucho menos de lo esperado
plan-level-less = Menos de lo esperado
plan-level-as-hoped = Lo esperado
plan-level-more = Más de lo esperado
plan-level-much-more = Mucho más de lo esperado
plan-who-client = la persona
plan-who-helper = quien ayuda
plan-who-together = entre los dos
plan-who-other = otra persona
plan-you-client = usted
plan-you-helper = quien le ayuda
plan-you-together = juntos
plan-barrier-person = La persona
plan-barrier-worker = Quien ayuda
plan-barrier-environment = El entorno
plan-interest = ¿Qué le gusta o le importa?
plan-interest-hint = Un interés es el mejor comienzo. Puede quedar vacío.
plan-goal = ¿Qué quiere?
plan-goal-hint = Con sus palabras: «Quiero volver a jugar al ajedrez con alguien».
plan-goal-first = La primera meta
plan-goal-new = Añadir otra meta
plan-goal-add = Añadir meta
plan-goal-remove = Quitar esta meta
plan-goal-remove-hint = Se quitan también sus pasos y hasta dónde llegó en cada revisión.
plan-goal-remove-now = Quitar meta
plan-step-new = Añadir un paso
plan-step = ¿Qué hay que hacer?
plan-step-who = Quién
plan-step-by = Para cuándo
plan-step-add = Añadir paso
plan-by = hasta el { $date }
plan-done-on = hecho el { $date }
plan-done = Hecho
plan-undone = En realidad no está hecho
plan-remove = Quitar
plan-barriers = Lo que lo dificulta
plan-barriers-none = No hay nada anotado. Un obstáculo puede estar en la persona, en usted o en el entorno: nombrarlo ayuda a encontrar otro camino.
plan-barrier-new = Anotar un obstáculo
plan-barrier = ¿Qué lo dificulta?
plan-barrier-of = ¿De dónde viene?
plan-barrier-tried = ¿Qué se ha intentado?
plan-barrier-add = Anotar obstáculo
plan-tried = se intentó: { $tried }
plan-reviews = Revisiones
plan-reviews-none = Aún no hay revisiones. Fijen juntos un día para la primera.
plan-review-new = Revisar juntos
plan-review-level = Hasta dónde: { $goal }
plan-review-words = Lo que se dijo
plan-review-next = Próxima revisión
plan-review-add = Guardar revisión
plan-review-on = Día
plan-score = Puntuación
plan-score-hint = La puntuación reúne todas las metas de una revisión: 50 es «lo esperado», y cada 10 de más o de menos es un paso claro. Solo compara a la persona consigo misma.
plan-score-line = Cómo fue la puntuación, desde la primera: { $scores }
plan-sheet = Hoja para la persona
plan-sheet-lead = Para imprimir y llevar a casa, en el idioma que lee.
plan-sheet-link = También puede leerlo con su propio enlace.
plan-sheet-en = En inglés
plan-sheet-es = En español
plan-sheet-of = { $client }: mi plan
plan-sheet-nothing = Aún no hay nada escrito.
plan-sheet-barriers = Lo que lo dificulta
plan-sheet-reviews = Lo que vimos
plan-empty = Escriba primero unas palabras.
plan-nothing-reviewed = Diga hasta dónde llegó al menos una meta, o escriba unas palabras.
plan-not-there = Esa parte del plan ya no está. Abra el plan de nuevo.
plan-too-much = Es demasiado largo, o el plan está lleno. Acórtelo o quite algo antiguo.
plan-bad-day = Eso no es un día. Escríbalo como 2026-12-31, o déjelo vacío.
plan-done-saved = Guardado.
plan-done-removed = Quitado.
### ---- end of plan ----
### ---- events ----
events-title = Encuentros
events-none = Todavía no hay nada previsto.
events-new = Preparar un encuentro
events-edit = Cambiar el encuentro
events-cancel = Cancelar el encuentro
events-cancel-text = Se avisa a quienes dijeron que vienen, o quizás. No se puede deshacer.
events-cancel-now = Cancelarlo ahora
events-back = Dejarlo como está
events-cancelled = Cancelado
events-going = Voy
events-maybe = Quizás
events-no = No puedo ir
events-when = { $from } a { $until } ({ $zone })
events-by = Lo prepara { $name }
events-calendar = Ponerlo en mi calendario
events-answer = ¿Vendrá usted?
events-mine = Su respuesta: { $answer }
events-who = Respuestas
events-nobody = Nadie ha respondido todavía. Sea usted la primera persona.
events-privacy = Lo lee todo el grupo. No diga nada por lo que se pueda reconocer a un cliente.
events-name = ¿Cómo se llama?
events-words = ¿De qué se trata?
events-place = ¿Dónde?
events-starts = Empieza
events-ends = Termina
events-time-hint = Fecha y hora de allí, como 2027-05-30 18:00
events-zone = Zona horaria
events-friends = Lo ven también los grupos amigos
events-save = Guardar el encuentro
events-fault-title = Póngale un nombre de 120 caracteres como máximo.
events-fault-words = Dígalo en 2000 caracteres como máximo.
events-fault-place = Diga dónde en 120 caracteres como máximo.
events-fault-times = Dé la fecha y la hora del comienzo y del final, como 2027-05-30 18:00: el final después del comienzo, dentro de un mes, y no en el pasado.
events-fault-zone = No existe esa zona horaria. Escríbala como America/Los_Angeles.
events-done-kept = El encuentro está guardado.
events-done-cancelled = El encuentro está cancelado, y se ha avisado a quienes respondieron.
events-done-answered = Su respuesta está guardada.
events-notice-changed = Un encuentro al que usted respondió ha cambiado o está cancelado.
events-notice-soon = Un encuentro de su grupo es dentro de un día.
### ---- end of events ----

### ---- messages ----
messages-title = Mensajes
messages-nav =
    { $count ->
        [0] Mensajes
        [one] Mensajes: { $count } conversación con algo nuevo
       *[other] Mensajes: { $count } conversaciones con algo nuevo
    }
messages-lead = Entre usted y otras personas que ayudan, y en sus grupos. Guardados bajo sello para quienes los leen.
messages-search = Buscar en sus mensajes
messages-found =
    { $count ->
        [0] No se encontró nada. Pruebe con menos palabras o con otras.
        [one] Se encontró { $count } mensaje.
       *[other] Se encontraron { $count } mensajes, el último primero.
    }
messages-all = Ver todas las conversaciones
messages-empty-title = Todavía no hay mensajes
messages-empty = Puede escribir a sus contactos, a las personas de sus grupos y a quienes trabajan con usted en una conexión. Abra la página de alguien y elija «Escribir a …».
messages-empty-act = Ver mis contactos
messages-quiet-groups = Grupos en los que nadie ha escrito todavía
messages-unread =
    { $count ->
        [one] { $count } nuevo
       *[other] { $count } nuevos
    }
messages-new = Nuevo
messages-read = Leído
messages-muted = En silencio
messages-you = Usted
messages-settings = Marcas de lectura
messages-read-marks = «Leído» debajo de un mensaje dice que la otra persona lo ha visto. Si oculta sus propias marcas de lectura, tampoco ve las de los demás.
messages-read-hide = Ocultar mis marcas de lectura
messages-read-show = Mostrar mis marcas de lectura
messages-to-helper = A la página de esta persona
messages-to-group = A la página del grupo
messages-group-lead = Lo lee quien está en el grupo cuando usted escribe. Quien entra después no puede leerlo.
messages-earlier = Mensajes anteriores
messages-latest = Volver a los últimos mensajes
messages-thread-empty = Aquí no se ha escrito nada todavía.
messages-write = Su mensaje
messages-write-to = Escribir a { $name }
messages-start-lead = Diga en pocas palabras de qué se trata. Deje fuera lo que muestre quién es la persona a la que ayuda.
messages-send = Enviar mensaje
messages-files = Añadir archivos
messages-files-choose = Imágenes, PDF o texto sin formato
messages-files-hint = Hasta { $count } archivos de { $most } MB cada uno. Las imágenes se reducen, y ya no dicen dónde ni cuándo se tomaron. Lo que un PDF dice de sí mismo se queda en él.
messages-files-large = Los archivos suman más de { $most } MB. Envíe menos a la vez, o más pequeños. Lo que escribió sigue aquí; vuelva a elegir los archivos.
messages-file-kind = «{ $name }» no es una imagen (JPEG, PNG, WebP), un PDF ni texto sin formato, o está dañado. Guárdelo como uno de estos y vuelva a elegir sus archivos.
messages-file-large = «{ $name }» ocupa más de { $most } MB. Redúzcalo y vuelva a elegir sus archivos.
messages-file-many = Un mensaje lleva { $most } archivos como máximo. Envíe los demás en otro mensaje.
messages-file-full = Sus archivos ya ocupan los { $most } MB que tiene. Borre mensajes con archivos que acaba de enviar, o envíelo sin archivo.
messages-file = { $name } ({ $size } KB)
messages-picture = Imagen: { $name }
messages-private = Bajo sello para quienes están ahora en esta conversación. Los avisos y el correo nunca muestran lo que dice.
messages-reads-only-title = Aquí puede leer
messages-reads-only = Ahora no puede escribir aquí: no son contactos, no comparten ningún grupo ni conexión abierta, o su papel en el grupo solo permite leer.
messages-bad-words = Escriba algo o añada un archivo. Un mensaje tiene { $most } caracteres como máximo.
messages-key-changed = La clave de la otra persona no es la que usted conoce. Compárela antes en su página; no se envió nada.
messages-too-late = Un mensaje se puede borrar para todos durante { $minutes } minutos. Todavía puede borrarlo para usted.
messages-limited = Se decidió que no puede empezar a escribir a otras personas hasta el { $until }. La decisión, y cómo reclamar, está en «Seguridad».
messages-deleted = Se borró un mensaje.
messages-shut = Este mensaje no se puede abrir: no está como se selló, o cambió la clave de quien lo envió.
messages-delete = Borrar
messages-delete-one = Borrar el mensaje de { $when }
messages-report = Denunciar
messages-report-one = Denunciar el mensaje de { $when }
messages-delete-title = Borrar un mensaje
messages-delete-lead = ¿Para quién?
messages-delete-text = Para usted: desaparece solo de sus pantallas. Para todos: durante { $minutes } minutos después de enviarlo; los demás leen entonces que se borró un mensaje. Puede que ya lo hayan leído.
messages-delete-all = Borrar para todos
messages-delete-me = Borrar para mí
messages-more = Silenciar o llevarse
messages-mute-text = En silencio no recibe ningún aviso. Puede seguir leyendo y escribiendo.
messages-mute = Silenciar esta conversación
messages-unmute = Avisarme otra vez
messages-export-text = Lo que puede leer aquí, como archivo. Guárdelo donde nadie más lo encuentre.
messages-export-plain = Guardar como texto
messages-export-json = Guardar como datos (JSON)
messages-notice = Tiene un mensaje nuevo.
messages-in-group = Mensajes en este grupo
messages-done-deleted = Borrado.
messages-done-muted = En silencio. No recibe avisos de esta conversación.
messages-done-unmuted = Vuelve a recibir avisos de esta conversación.
messages-done-read-marks = Guardado.
### ---- end of messages ----

### ---- hints ----
hints-title = Sugerencias de otros
hints-lead = Lo que otras personas creen que podría servir a quienes usted acompaña, y lo que usted sugirió a otros.
hints-empty-title = Todavía no hay sugerencias de otros
hints-empty = Cuando vea dos fichas que podrían ayudarse, dígalo a quienes responden por ellas. Abra una ficha y elija «Sugerirla a alguien».
hints-empty-step = Ver fichas
hints-got = Para las personas que usted acompaña
hints-for = { $from } piensa en { $name }
hints-somebody = Alguien
hints-unnamed = una persona que usted acompaña
hints-sealed = El motivo no se puede abrir con esta cuenta. Mire la ficha.
hints-look = Verla junto a { $name }
hints-aside = No es para nosotros
hints-gave = Lo que usted sugirió
hints-gave-lead = Usted solo sabrá si siguió adelante. Nadie le dice quién dijo que no.
hints-pair = { $one } y { $other }
hints-pair-gone = Dos personas cuyas fichas ya no están a la vista
hints-state-open = Todavía no hay noticias
hints-state-further = Ya están hablando. ¡Gracias!
hints-state-held = Las presentaron. ¡Gracias!
hints-new = Sugerir dos personas una a la otra
hints-new-lead = ¿Ve una ficha de otra persona y conoce otra que podría encajar? Dígalo a las dos partes. Son dos pasos.
hints-this = Esta ficha
hints-which = ¿Qué ficha podría encajar?
hints-none-title = Ninguna otra ficha encaja con esta
hints-none = Entre las fichas que usted ve, ninguna responde a lo que esta necesita u ofrece. Cada día llegan fichas nuevas.
hints-choose = Elegir la número { $number }
hints-card-link = Sugerirla a alguien
hints-why-lead = Diga en una frase por qué estas dos personas podrían ayudarse. Lo leerán las dos partes, con su nombre.
hints-words = ¿Por qué estas dos?
hints-words-hint = Por ejemplo: a las dos les gusta cocinar y viven cerca. Sin nombres, por favor.
hints-privacy = Las dos partes leen su nombre y estas palabras, si cada una puede ver la ficha de la otra. Usted solo sabrá si siguió adelante.
hints-send = Decirlo a las dos partes
hints-own = Una de estas fichas es de una persona que usted acompaña. Envíe mejor una consulta: abra la otra ficha y elija «Enviar una consulta».
hints-apart = Un límite de una de estas fichas las mantiene separadas, así que no se pueden sugerir una a la otra. Elija otra ficha.
hints-already = Usted ya sugirió estas dos. Con una vez basta: las dos partes lo tienen.
hints-bad-words = Escriba un motivo de 1 a { $most } caracteres.
hints-link = { $count ->
    [0] Sugerencias de otros
    [one] Sugerencias de otros: una le espera
   *[other] Sugerencias de otros: { $count } le esperan
  }
hints-notice-received = Alguien sugiere a una persona para quien usted acompaña
hints-notice-further = Lo que usted sugirió siguió adelante: las dos partes hablan
hints-notice-held = Presentaron a dos personas que usted sugirió. ¡Gracias!
hints-done-sent = Las dos partes lo saben, si pueden ver la ficha de la otra. Le avisaremos si sigue adelante.
hints-done-aside = Apartada. No se le dice a quien la sugirió.
### ---- end of hints ----
### ---- referrals ----
referrals-title = Derivaciones
referrals-lead = A dónde envió a esta persona, cuándo preguntar cómo le fue y qué resultó.
referrals-private = Solo lo leen quienes pueden abrir esta ficha personal. Desde aquí no se dice nada al servicio.
referrals-new = Anotar otra derivación
referrals-note = Anotar una derivación
referrals-here = Derivar a una persona aquí
referrals-whom = ¿A quién envía a { $service }?
referrals-no-clients = Todavía no acompaña a nadie
referrals-no-clients-text = Anote primero a alguien; basta un nombre.
referrals-to = A dónde o a quién
referrals-to-hint = Un servicio, una oficina, un médico, una vecina.
referrals-to-service = A { $service }.
referrals-find = Buscar un servicio en el directorio
referrals-need = Para qué necesidad
referrals-need-none = Sin decir
referrals-way = Cómo
referrals-way-told = Le di la dirección
referrals-way-asked = Llamé o escribí por la persona
referrals-way-together = Fuimos o llamamos juntos
referrals-words = Conviene saber
referrals-again = Preguntar cómo le fue el
referrals-again-hint = Si lo deja vacío: dentro de dos semanas.
referrals-keep = Guardar la derivación
referrals-nowhere = Diga, por favor, a dónde se envió a la persona.
referrals-open = En espera de noticias
referrals-closed = Qué resultó de otras
referrals-contact = Cómo comunicarse con { $to }
referrals-ask-now = Es hora de preguntar cómo le fue
referrals-ask-on = Se preguntará el { $date }
referrals-close = Decir qué resultó de { $to }
referrals-close-send = Cerrar: { $to }
referrals-result = Qué resultó
referrals-said = Con sus palabras
referrals-result-served = Recibió lo que necesitaba
referrals-result-partly = Recibió una parte
referrals-result-waiting-list = Está en lista de espera
referrals-result-not-eligible = No cumple los requisitos
referrals-result-full = No había lugar
referrals-result-no-answer = Nadie respondió
referrals-result-did-not-go = No fue
referrals-result-other = Otra cosa
referrals-came-of-it = { $result } ({ $date }).
referrals-later = Sin noticias de { $to }: preguntar en dos semanas
referrals-reopen = Abrir de nuevo: { $to }
referrals-remove = Quitar: { $to }
referrals-due = Preguntar cómo le fue
referrals-ask-how = Una derivación de { $name }
referrals-shelf = Derivaciones por preguntar
referrals-done-kept = Guardado. Hoy le recordará preguntar cómo le fue.
referrals-done-closed = Guardado. ¿Quedó resuelta la necesidad? Si no, busque a alguien más.
### ---- end of referrals ----
### ---- searches ----
searches-title = Búsquedas guardadas
searches-lead = Miramos cada noche. Cuando aparezca algo nuevo, le avisamos, como mucho cada tres días.
searches-link = Búsquedas guardadas
searches-save = Avisarme cuando haya nuevas
searches-save-hint = Guardamos lo que eligió aquí y miramos de nuevo cada noche.
searches-empty-title = Todavía no hay búsquedas guardadas
searches-empty = Busque algo y luego elija «Avisarme cuando haya nuevas» debajo de los resultados.
searches-empty-step = Buscar a alguien
searches-new = { $count ->
    [one] Hay una nueva
   *[other] Hay { $count } nuevas
  }
searches-nothing-new = Todavía nada nuevo
searches-since = guardada { $when }
searches-why = Nuevas entre las que encajan: { $what }
searches-more = { $count ->
    [one] Y una más
   *[other] Y { $count } más
  }
searches-look = Ver ahora ({ $number })
searches-seen = Ya las vi ({ $number })
searches-delete = Borrar la búsqueda { $number }
searches-kept-how = Lo que usted busca se guarda en este servidor sin cifrar, para que pueda mirar mientras usted no está. Son solo filtros, sin nombres.
searches-everything = Elija primero al menos una cosa que buscar: una necesidad, un lugar, un idioma.
searches-too-many = Puede guardar { $most } búsquedas. Borre una que ya no necesite.
searches-already = Ya guardó esta búsqueda. Le avisaremos cuando haya algo nuevo.
searches-notice = Hay algo nuevo para una búsqueda que usted guardó
searches-done-saved = Guardada. Le avisaremos cuando haya algo nuevo.
searches-done-seen = Bien. Lo que venga después será nuevo otra vez.
searches-done-deleted = La búsqueda está borrada.
### ---- end of searches ----
### ---- told ----
told-title = Cómo le avisamos
told-lead = Todo se avisa en la página. Elija qué quiere recibir también fuera de ella. Lo que se envía dice cuántas cosas le esperan, nunca qué son.
told-more = Correo, resumen y horas de silencio
told-link = Elegir cómo le avisamos
told-off-title = Este sitio no envía correo
told-off = Los avisos están solo en la página. Lo que elija abajo valdrá en cuanto haya correo.
told-off-admin = Quien administra este sitio lo configura en argonaut.toml:
told-address = Su dirección de correo
told-address-lead = Dé una dirección y podremos avisarle por correo. Nadie aquí la ve nunca, y se guarda sellada.
told-address-label = Dirección
told-address-hint = Enviamos allí un correo con un enlace para confirmarla.
told-address-give = Enviarme el enlace
told-address-change = Usar esta dirección
told-address-wrong = Escriba una dirección como rosa@example.org.
told-address-none = No hay ninguna dirección que espere esto. Abra la página de nuevo para ver cómo está.
told-state-waiting = Sin confirmar
told-state-confirmed = Confirmada
told-state-failing = No recibe correo
told-waiting = Un correo con un enlace está en camino. Abra el enlace en dos días. Hasta entonces no se envía nada más.
told-confirmed = El correo llega allí como usted eligió.
told-failing = El correo a esta dirección fue devuelto y dejamos de enviar. Compruebe que está bien escrita y pida un enlace nuevo.
told-again = Enviar el enlace otra vez
told-remove = Quitar esta dirección
told-choose = Qué recibe y cómo
told-topics = Qué
told-topics-hint = «Al momento» espera al final de las horas de silencio. Lo que llega casi junto va en un solo correo, y lo que usted ya leyó aquí no se envía.
told-topic-matches = Consultas y conexiones
told-topic-rings = Anillos
told-topic-messages = Mensajes
told-topic-cards = Consentimientos y tarjetas
told-topic-clients = Círculos y enlaces de clientes
told-topic-people = Contactos y avales
told-topic-groups = Grupos, publicaciones y encuentros
told-topic-suggestions = Sugerencias nuevas
told-topic-safety = Denuncias y decisiones
told-topic-account = Seguridad de su cuenta
told-account-hint = siempre al momento, a cualquier hora
told-how-page = Solo en la página
told-how-now = Al momento
told-how-digest = En el resumen
told-digest = El resumen
told-rhythm = Con qué frecuencia
told-rhythm-daily = Cada día
told-rhythm-weekly = Cada lunes
told-hour = A las
told-quiet = Horas de silencio
told-quiet-on = Guardar algunas horas en silencio
told-quiet-hint = Lo que llega entonces espera a que terminen.
told-quiet-from = Desde las
told-quiet-until = Hasta las
told-zone = Su zona horaria
told-zone-hint = Por la ciudad grande más cercana.
told-zone-wrong = No existe esa zona horaria. Elija una de la lista.
told-hour-wrong = Elija una hora de la lista.
told-language = Idioma de lo que se envía
told-keep = Guardar
told-none-title = Sin correo
told-none = Ningún correo más
told-none-lead = Ya no se envía nada, salvo avisos sobre la seguridad de su cuenta. Para terminar también con esos, quite su dirección. Todo le sigue esperando en la página.
told-ended-title = No recibe correo
told-ended = Solo se envían avisos sobre la seguridad de su cuenta. Para recibir correo otra vez, elija cómo le avisamos y guárdelo.
told-confirm-title = Confirme su dirección
told-confirm-lead = Alguien dio esta dirección para saber qué le espera aquí. ¿Fue usted?
told-confirm = Sí, es mi dirección
told-confirmed-title = Su dirección está confirmada
told-stop-title = ¿No recibir más correo?
told-door-choose = Elegir cómo le avisamos
told-link-over-title = Este enlace ya no vale
told-link-over = Se usó, terminó o es de una dirección que se quitó. Entre en su cuenta para ver cómo está.
told-done-kept = Guardado: así le avisamos desde ahora.
told-done-ended = Ya no recibe correo.
told-done-address = Un correo con un enlace está en camino.
told-done-removed = La dirección se quitó.
told-push = Sus dispositivos
told-push-lead = Un aviso corto en su teléfono o computadora, también con Argonaut cerrado. Dice cuántas cosas le esperan, nunca qué son. Va sellado, pero el fabricante de su navegador sabe cuándo se envía un aviso.
told-push-off = Este sitio no envía nada a dispositivos.
told-push-add = Avisarme en este dispositivo
told-push-without = Este navegador no recibe estos avisos, o no permite scripts. En un iPhone o iPad, primero agregue Argonaut a la pantalla de inicio y ábralo desde allí.
told-push-failed = No se pudo llegar así a este navegador. Mire si puede mostrar notificaciones y vuelva a intentarlo; en una ventana privada no se puede.
told-push-refused = El navegador tiene prohibido mostrar notificaciones de aquí. Permítalas en sus ajustes para este sitio y vuelva a intentarlo.
told-push-many = Tiene { $most } dispositivos, el máximo. Quite uno primero.
told-push-gone = Este dispositivo ya no está en su lista. Abra la página otra vez.
told-push-unknown = Un dispositivo
told-push-here = Este dispositivo
told-push-added = Desde el { $when }, por { $service }.
told-push-told = Último aviso: { $when }.
told-push-remove = Quitar { $name }
told-push-body = Vea qué es en { $host }
told-done-device = Desde ahora le avisamos en este dispositivo.
told-done-device-removed = En ese dispositivo ya no le avisamos.
told-notice-failing = El correo a su dirección fue devuelto. No se envía nada allí hasta que la confirme otra vez.
told-letter-subject = { $count ->
    [one] Una cosa le espera
   *[other] { $count } cosas le esperan
}
told-letter-waiting = { $count ->
    [one] Una cosa le espera en { $host }.
   *[other] { $count } cosas le esperan en { $host }.
}
told-letter-security-subject = Por favor, revise su cuenta
told-letter-security = Se trata de la seguridad de su cuenta. Por favor, mire pronto, también si usted hizo algo allí.
told-letter-link = Ver qué es
told-letter-why = Recibe esto porque pidió avisos por correo. Elija qué se envía, o quite su dirección: { $address }
told-letter-stop = No recibir más correo
told-letter-confirm-subject = Por favor, confirme su dirección
told-letter-confirm = Alguien dio esta dirección en { $host }, para recibir un correo cuando algo espere allí.
told-letter-confirm-why = Si fue usted, abra el enlace en dos días y pulse el botón.
told-letter-confirm-link = Confirmar la dirección
told-letter-confirm-not = Si no fue usted, no haga nada: no llegará ningún otro correo.
### ---- end of told ----

### ---- follow-up ----
follow-title = ¿Cómo va?
follow-task = { $client } y { $partner }: ¿cómo va?
follow-task-open = Con { $partner }: ¿cómo va?
follow-week = { $weeks ->
    [one] Después de una semana
   *[other] Después de { $weeks } semanas
}
follow-lead = { $client } fue presentado o presentada junto con { $partner }. Bastan dos toques.
follow-lead-open = Una presentación con { $partner }. Bastan dos toques.
follow-asked-now = { $week }: dos preguntas breves.
follow-answer = Contar cómo va
follow-look = Lo dicho hasta ahora, y cerrar antes
follow-next = Se le preguntará otra vez el { $date }.
follow-need = ¿Está cubierta la necesidad?
follow-need-met = Sí, está cubierta
follow-need-partly = En parte
follow-need-not = No
follow-need-harm = Hizo daño
follow-do-not-know = No lo sé
follow-touch = ¿Siguen en contacto?
follow-touch-yes = Sí, siguen en contacto
follow-touch-no = No, ya no
follow-learned-more = Lo que se aprendió (si quiere)
follow-learned = ¿Qué se aprendió?
follow-learned-hint = Solo usted lo lee: queda sellado.
follow-share = Decirlo también en la sala
follow-share-hint = Lo lee la otra persona que ayuda. Antes se pregunta por los nombres.
follow-finished = Ha terminado: cerrar esta presentación ahora
follow-finished-hint = No se le preguntará más.
follow-finish-early = Ya ha terminado
follow-closes = Esta respuesta cierra su lado de la presentación.
follow-save = Guardar mi respuesta
follow-close = Guardar y cerrar
follow-later = Preguntarme en una semana
follow-all-answered = Ha respondido a todo. La presentación se cierra cuando responda también el otro lado, o cuando usted la cierre en su sala.
follow-to-room = A la sala
follow-over = Esta presentación ha terminado. No se pregunta nada más.
follow-said = Lo dicho
follow-line = { $week }, { $who }
follow-by-you = por usted
follow-by-client = por { $name }
follow-by-your-client = por la persona a quien ayuda
follow-ask-client = Preguntar a { $name }
follow-ask-client-lead = La persona a quien ayuda puede responder lo mismo con un enlace privado, en su idioma. Usted ve la respuesta solo cuando la envía.
follow-ask-client-link = Crear un enlace
follow-answer-both = Responda por favor a las dos preguntas. «No lo sé» también es una respuesta.
follow-not-asked = Esto no se pregunta ahora. Quizá alguien respondió, o la presentación ha terminado.
follow-unsaid = Para cerrarla, diga si ayudó.
follow-too-long = Es demasiado largo. Como máximo { $most } caracteres.
follow-done-saved = Su respuesta está guardada. Gracias por preguntar.
follow-done-later = Se le preguntará otra vez en una semana.
follow-notice-client = Una persona a quien ayuda contó cómo va una presentación
follow-client-title = ¿Cómo va?
follow-client-title-with = ¿Cómo va con la ayuda por medio de { $helper }?
follow-client-lead = A { $helper } le gustaría saber cómo fue. Puede dejar sin responder lo que quiera.
follow-client-need = ¿Tiene lo que necesitaba?
follow-client-touch = ¿Siguen en contacto?
follow-client-learned = ¿Qué fue bueno y qué no?
follow-client-say-thanks = Unas palabras de gracias para { $helper }
follow-client-say-thanks-hint = Solo si quiere. Solo { $helper } las lee.
follow-client-sends = Todavía no se envía nada
follow-client-sends-text = Solo cuando pulse el botón recibirá { $helper } sus respuestas.
follow-client-send = Enviar mis respuestas
follow-client-thanks-title = Gracias
follow-client-thanks = { $helper } ya tiene sus respuestas.
### ---- end of follow-up ----
### ---- impact ----
impact-title = Mis resultados
impact-lead = En qué quedaron sus presentaciones. Es para usted: no se compara a nadie con nadie.
impact-yours = Solo usted ve esta página.
impact-period = Periodo
impact-period-year = Este año
impact-period-months = Últimos 12 meses
impact-period-all = Todo
impact-empty-title = Todavía nada en este tiempo
impact-empty = Después de su primera presentación, esta página muestra en qué quedó, cuánto tardó y qué necesidades se cubrieron.
impact-empty-step = A mis presentaciones
impact-introductions = Presentaciones
impact-first = Hasta la primera presentación de una persona
impact-first-days = { $days ->
    [one] 1 día
   *[other] { $days } días
} (el punto medio de { $count ->
    [one] 1 persona
   *[other] { $count } personas
})
impact-first-none = Todavía no se sabe
impact-rate = Seguimientos respondidos
impact-rate-of = { $rate } de cada 100 veces
impact-rate-none = Todavía no se preguntó
impact-outcomes = En qué quedaron
impact-met = La necesidad está cubierta
impact-partly = Cubierta en parte
impact-not = No ayudó
impact-harm = Hizo daño
impact-open = Todavía no se contó
impact-kinds = Necesidades cubiertas, por tipo
impact-kind-unknown = Tipo no registrado
impact-count = Cuántas
impact-bar = { $label }: { $count }
impact-few = menos de 11
impact-about = unas { $count }
impact-csv = Guardar las cifras como tabla (CSV)
impact-csv-part = Parte
impact-csv-what = Qué
impact-milestone = { $count ->
    [one] Una presentación que duró
   *[other] { $count } presentaciones que duraron
}
impact-milestone-text = Personas que usted acercó siguen en contacto, y ayudó. Bien hecho.
impact-thanks-link = { $count ->
    [0] Agradecimientos
    [one] 1 agradecimiento
   *[other] { $count } agradecimientos
}
impact-thanks-title = Agradecimientos
impact-thanks-lead = De personas que recibieron ayuda. Sellados para usted: nadie más los ve.
impact-thanks-empty-title = Todavía no hay agradecimientos
impact-thanks-empty = Una persona puede dar las gracias en la página de su enlace, o por medio de quien la ayuda. Llegan aquí.
impact-thanks-closed = Estas palabras ya no se pueden abrir.
impact-thanks-room = A la presentación
impact-thanks-delete = Borrar el agradecimiento { $number }
impact-thanks-client = De la persona a quien ayuda
impact-thanks-through = Por medio de { $helper }
impact-thanks-somebody = Por medio de otra persona que ayuda
impact-pass-on-title = Gracias de su lado
impact-pass-on = Pasar las gracias a { $helper }
impact-pass-on-words = ¿Qué dijeron?
impact-pass-on-hint = Solo { $helper } lo lee. Antes se pregunta por los nombres.
impact-pass-on-send = Pasar las gracias
impact-notice-thanks = Alguien que recibió ayuda da las gracias
impact-done-passed = Se pasaron las gracias.
impact-done-deleted = Se borraron las gracias.
impact-done-rule = Se cambió quién ve las cifras.
impact-voyage-title = Mi viaje
impact-voyage-lead = La primera vez de cada cosa. Solo usted lo ve.
impact-voyage-empty-title = El viaje empieza con la primera persona
impact-voyage-empty = Cada primera vez encuentra aquí su lugar: la primera tarjeta, la primera presentación, el primer agradecimiento.
impact-first-client = La primera persona a quien ayudó
impact-first-card = La primera tarjeta
impact-first-contact = El primer contacto
impact-first-enquiry = La primera consulta
impact-first-introduction = La primera presentación
impact-first-follow-up = La primera vez que preguntó cómo iba
impact-first-held = La primera presentación que duró
impact-first-thanks = El primer agradecimiento
impact-first-vouch = La primera palabra buena por alguien
impact-first-group = El primer grupo
impact-first-post = La primera publicación
impact-group-link = En qué quedaron las presentaciones de este grupo
impact-group-title = Resultados de { $group }
impact-group-lead = Sumas de lo que hicieron sus miembros desde que entraron. No se muestra nada menor de 11 y los números se redondean, para que ninguna suma hable de una persona.
impact-group-few-title = Demasiado poco para contarlo
impact-group-few = Hacen falta al menos tres miembros y once presentaciones antes de mostrar una suma.
impact-group-few-step = Al grupo
impact-rule = Quién ve estas cifras
impact-rule-label = Abiertas a
impact-rule-members = Todas las personas que trabajan en el grupo
impact-rule-coordinators = Solo quienes coordinan
impact-rule-save = Guardar quién las ve
weights-title = Pesos aprendidos
weights-lead = Qué motivos llevaron a presentaciones que ayudaron. Cada uno se mueve entre { $least } y { $most } de lo fijado a mano, y pocos resultados mueven poco.
weights-on = El buscador usa lo aprendido.
weights-off = Apagado: el buscador usa lo fijado a mano.
weights-learned = Aprendido el { $date }.
weights-never = Todavía no se aprendió nada.
weights-reason = Motivo
weights-factor = Peso
weights-outcomes = Resultados
weights-unused = (solo se observa)
weights-need-same = Ofrece justo lo que se necesita
weights-need-close = Ofrece algo cercano
weights-need-sibling = Ofrece algo parecido
weights-interest = Le gusta lo mismo
weights-connection = Busca el mismo tipo de relación
weights-near = Vive cerca
weights-remote = Ayuda a distancia
weights-language = Habla el mismo idioma
weights-contact = Quien ayuda es un contacto
weights-waiting = Lleva mucho tiempo esperando
weights-learn = Aprender ahora
weights-switch-off = Apagar
weights-switch-on = Encender
weights-reset = Volver a lo fijado a mano
weights-how = Se aprende cada noche de los resultados que registraron quienes ayudan. De dos personas cuentan solo los cinco últimos. Después de volver a lo fijado cuentan solo los posteriores.
weights-done = Los pesos están fijados.
### ---- end of impact ----
### ---- network ----
network-title = La gente en su vida
network-lead = Quién está, qué tan cerca, y qué se dan unos a otros. Pregunte, anote nombres de pila y miren juntos el dibujo.
network-private = El mapa está sellado en el expediente. Lo lee su círculo, y la persona si se lo muestra con su enlace. Bastan nombres de pila o «la hermana».
network-kind-family = Familia
network-kind-friend = Amistades
network-kind-neighbour = Vecinos
network-kind-group = Iglesia, club, grupo
network-kind-work = Trabajo o escuela
network-kind-professional = Pagados para ayudar
network-kind-place = Lugares
network-kind-other = Otros
network-close-close = Muy cerca
network-close-middle = Importante
network-close-far = Conocido
network-often-daily = Cada día
network-often-weekly = Cada semana
network-often-monthly = Cada mes
network-often-yearly = Algunas veces al año
network-often-rarely = Casi nunca
network-part-domestic = En la casa
network-part-advice = Alguien que sabe
network-part-skills = Alguien que puede
network-part-solving = Alguien que está ahí
network-help-repairs = Arreglos pequeños
network-help-errands = Compras en caso de enfermedad
network-help-minding = Cuidar casa, niño o mascota
network-help-rides = Llevar en coche
network-help-money = Dinero y ayudas
network-help-rights = Derechos y formularios
network-help-health = Preguntas de salud
network-help-work = Trabajo y formación
network-help-digital = Teléfono y computadora
network-help-languages = Idiomas
network-help-cooking = Cocinar y coser
network-help-hobby = Tiempo libre juntos
network-help-listening = Escuchar
network-help-bed = Una cama por unas noches
network-help-lending = Cosas prestadas
network-help-company = Acompañar a citas
network-ask-matters = ¿Con quién habla de lo que importa?
network-ask-family = ¿A qué parientes ve o llama?
network-ask-ill = ¿Quién le haría las compras o la comida si se enfermara?
network-ask-fun = ¿Con quién pasa el tiempo libre?
network-ask-advice = ¿A quién pregunta cuando no sabe qué hacer?
network-ask-neighbours = ¿A qué vecinos saluda o visita?
network-ask-paid = ¿A quién le pagan por ayudarle?
network-ask-places = ¿A qué lugares va en una semana normal?
network-scale-life = ¿Cómo va la vida ahora?
network-scale-connected = ¿Qué tan cerca se siente de los demás?
network-scale-say = ¿Cuánto decide sobre lo que pasa?
network-ask = ¿Quién viene a la mente?
network-question = Pregunta { $number } de { $all }
network-questions = Todas las preguntas
network-ask-more = Hacer otra pregunta
network-names-hint = Nombres de pila, uno por línea o con comas. Quien ya está en el mapa no se añade dos veces.
network-names-send = Añadir y seguir
network-skip = Saltar esta pregunta
network-skip-last = Seguir con lo que pueden ayudar
network-what = Tipo
network-who = Quién
network-how-close = Qué tan cerca
network-how-often = Cada cuánto
network-gives = Ayuda con
network-gets = Recibe ayuda con
network-add = Añadir una persona o un lugar
network-alias = Nombre de pila, o cómo le dicen
network-alias-hint = «Rosa», «la hermana», «la biblioteca».
network-add-send = Añadir al mapa
network-nobody-named = Escriba al menos un nombre.
network-too-much = Es demasiado largo, o el mapa está lleno. Acórtelo, o quite a alguien.
network-no-answer = Elija al menos un número de 0 a 10.
network-ego = Persona
network-told = La red: { $people } personas y { $places } lugares; { $close } personas muy cerca. La tabla de abajo lo cuenta todo.
network-table = Todos en el mapa
network-table-hint = Abra un nombre para decir con qué puede ayudar y a quién conoce.
network-key = En el centro la persona; cuanto más adentro, más cerca. Línea gruesa: cada día o semana; línea cortada: rara vez. Los cuadros son lugares, los círculos huecos son pagados para ayudar, las líneas de puntos unen a quienes se conocen.
network-numbers = En números
network-number-none = todavía no
network-of = { $count } de { $all }
network-number-people = Personas
network-number-people-hint = { $close } muy cerca, { $weekly } se ven cada semana
network-number-places = Lugares
network-number-places-hint = a los que va
network-number-density = Se conocen
network-number-density-hint = de todos los pares de personas
network-number-diversity = Variedad
network-number-diversity-hint = 0 %: todos de un solo tipo
network-number-reach = Alcance
network-number-reach-hint = tipos de ayuda que alguien puede dar
network-number-mutual = Dar y recibir
network-number-mutual-hint = personas a las que también ayuda
network-tie-lead = Lo que es cierto hoy. El mapa de días anteriores queda como estaba.
network-gives-ask = ¿Con qué puede ayudar?
network-gets-ask = ¿Con qué le ayuda la persona?
network-knows = ¿A quién conoce?
network-knows-hint = De los que están en el mapa.
network-note = Vale la pena saber
network-save = Guardar
network-back = Volver al mapa
network-remove = Quitar del mapa
network-remove-hint = Sale del mapa de hoy, y con ello a quién conoce. Los días guardados quedan.
network-remove-now = Quitar a { $who }
network-days = Días para comparar
network-days-hint = Guarde el mapa de hoy, cámbielo como cambie la vida, y vea después qué pasó.
network-keep = Guardar el mapa de hoy
network-day-ties = { $count } en él
network-compare-now = Comparar { $date } con ahora
network-forget = Quitar { $date }
network-kept-days = Días guardados:
network-compare = Qué cambió
network-compare-lead = Dos días de la red, uno junto al otro.
network-compare-none = Primero guarde el mapa de un día; entonces habrá algo que comparar.
network-compare-send = Comparar
network-from = Desde
network-until = Hasta
network-now = ahora
network-changes = Quién llegó, quién se fue
network-changes-none = Nadie llegó, se fue ni cambió.
network-came = { $who } es nuevo.
network-went = { $who } ya no está.
network-closer = { $who } está más cerca.
network-farther = { $who } está menos cerca.
network-resources = Con qué pueden ayudar
network-resources-lead = Donde nadie puede ayudar, un clic muestra quién podría: otras personas, ayudantes, servicios. Para decir quién puede, abra su nombre en el mapa.
network-scores = Lo que la red puede dar
network-gap = nadie
network-not-asked = no se ha preguntado
network-nobody = Nadie puede: { $what }
network-nobody-undo = Preguntar de nuevo: { $what }
network-fill = Quién podría:
network-fill-cards = personas ({ $what })
network-fill-helpers = ayudantes ({ $what })
network-fill-services = servicios ({ $what })
network-need = Anotar como necesidad y ver sugerencias: { $what }
network-noted = Está entre sus necesidades.
network-measures = Cómo va
network-measures-lead = Pregunte de vez en cuando y miren juntos las líneas. Solo comparan a la persona consigo misma.
network-rate = Preguntar hoy
network-rate-hint = De 0, lo peor posible, a 10, lo mejor posible.
network-rate-send = Guardar las respuestas
network-rate-remove = Quitar una respuesta
network-as-table = { $name } como tabla
network-goals = Metas (50: como se esperaba)
network-course = { $name }, de lo más antiguo a lo último: { $values }
network-supervision = Resumen para supervisión
network-supervision-lead = { $date }. Sin nombres y sin nada que alguien haya escrito: solo números y tipos.
network-gaps = Nadie puede ayudar con
network-gaps-none = nada de lo preguntado
network-unasked = De { $count } tipos de ayuda no se ha preguntado todavía.
network-plan-count = { $goals } metas; { $made } de { $steps } pasos hechos.
network-done-saved = Guardado.
network-done-need = Anotado como necesidad. Aquí está quién podría ayudar.
### ---- end of network ----
### ---- room ----
room-notice-stalled = Una presentación espera por usted, y nada se ha movido en un tiempo.
room-notice-waits = Una presentación espera desde hace mucho. Usted podría ayudar.
room-notice-taken = Un suplente se hizo cargo del trabajo conjunto que usted empezó para esta persona.
room-notice-handed = Ahora otra persona responde por el otro lado de una presentación.
room-notice-reopened = Se retoma una presentación.
room-notice-details = El otro ayudante le muestra más sobre su persona.
room-notice-meeting = Un primer encuentro se planeó, cambió o canceló.
room-notice-meeting-soon = Hay un primer encuentro dentro de un día.
room-parked = Apartado hasta el { $date }
room-resume = Retomar ahora
room-since-both = Se espera a los dos desde el { $date }.
room-since-you = Se le espera a usted desde el { $date }.
room-since-them = Se espera al otro lado desde el { $date }.
room-stalled = espera desde hace mucho
room-park = Apartar hasta un día
room-park-lead = No se espera nada de ninguno de los dos antes de ese día. El otro ayudante ve el día.
room-park-until = Hasta
room-park-hint = Como mucho { $days } días desde hoy.
room-park-send = Apartar
room-bad-day = Elija un día desde mañana, dentro de 90 días.
room-resting = Los dos descansan por ahora: el motivo dice hasta cuándo.
room-same-helper = Usted ya está en el otro lado de esta presentación.
room-bad-meeting = Un encuentro necesita un lugar, y un día y una hora por venir, dentro de medio año.
room-reopen-title = ¿Cambió algo?
room-reopen-lead = Puede retomarlo donde estaba, mientras ambas personas sigan aquí.
room-reopen = Retomar
room-said-yes = dijo que sí
room-awaited = se espera
room-why = Por qué podrían encajar
room-why-mine = Su lado necesita: { $need }
room-why-theirs = El otro lado necesita: { $need }
room-shown-by-you = Lo que usted muestra al otro ayudante
room-shown-to-you = El otro ayudante le muestra
room-more = Mostrar más sobre su persona, para decidir
room-more-change = Cambiar o retirar lo que muestra
room-more-title = Mostrar más antes de decidir
room-more-lead = Cosas que ayudan a decidir y con las que nadie puede ser encontrado: sin nombre, dirección ni teléfono.
room-more-fields = ¿Qué puede saber { $partner }?
room-more-consent = «Para ver si esto es para usted, ¿puedo contarle al otro ayudante lo que marcó? No sabrá su nombre ni dónde vive. Puede cambiar de opinión en cualquier momento.»
room-more-send = Mostrárselo a { $partner }
room-more-back = Retirarlo
room-more-not-now = Se puede mostrar más mientras los dos ayudantes hablan, hasta que ambos lados hayan decidido.
room-more-nothing = El expediente no dice todavía nada que se pueda mostrar aquí. Anote primero necesidades, fortalezas o la ciudad.
room-meeting = Primer encuentro
room-meeting-title = Primer encuentro (Argonaut)
room-meeting-lead = Cuándo, dónde y quién acompaña. El lugar está sellado: solo lo leen los dos ayudantes.
room-meeting-plan = Planear el primer encuentro
room-meeting-change = Cambiar el encuentro
room-meeting-off = Cancelar el encuentro
room-meeting-calendar = Ponerlo en mi calendario
room-meeting-when = Cuándo
room-meeting-where = Dónde
room-meeting-where-hint = Mejor en un lugar público: un café, la biblioteca, el salón de la iglesia.
room-meeting-along = Quién acompaña
room-meeting-words = Vale la pena saber
room-meeting-day = Día
room-meeting-time = Hora
room-meeting-long = Cuánto dura
room-minutes = { $minutes } minutos
room-meeting-send = Guardar y avisar a { $partner }
room-meeting-not-now = Se puede planear un encuentro cuando ambos lados hayan dicho que sí.
room-along-me = Yo
room-along-them = { $partner }
room-checks = Antes del primer encuentro
room-checks-hint = Marque lo que ya pensaron. Lo demás queda a la vista.
room-check-public = Es en un lugar público, o con un ayudante presente.
room-check-told = Alguien más sabe cuándo y dónde.
room-check-stop = Ambos saben que pueden parar en cualquier momento.
room-check-home = Ambos saben cómo vuelven a casa.
room-check-money = Nadie tiene que pagar ni prestar nada.
room-check-open = Todavía por pensar
room-stand-in = Una presentación que espera
room-stand-in-since = Nada se ha movido desde el { $date }.
room-somebody = alguien
room-take-over-title = ¿Hacerse cargo?
room-take-over-for = Se trata de { $client }.
room-take-over-lead = Desde ahora usted habla con el otro ayudante y decide. Lo escrito antes queda con quien lo escribió, y lo acordado se pregunta de nuevo. Se avisa a los dos.
room-take-over = Hacerme cargo por la persona
room-to-client = Al expediente de la persona
room-coordinates = Los dos ayudan en un grupo que usted coordina. Una palabra a quien se espera suele ayudar. Aquí no ve a ninguna persona ni mensaje.
room-files = Enviar a { $partner } una imagen o un archivo, o buscar en lo escrito
room-event-parked = lo apartó
room-event-resumed = lo retomó
room-event-reopened = lo abrió de nuevo
room-event-taken-over = se hizo cargo
room-done-parked = Apartado. No se espera nada antes de ese día.
room-done-resumed = Retomado.
room-done-reopened = Abierto de nuevo.
room-done-taken = Usted se hizo cargo. Salude al otro ayudante.
room-done-shown = Mostrado. Puede retirarlo en cualquier momento.
room-done-hidden = Retirado.
room-done-meeting = El encuentro está guardado, y se avisó al otro ayudante.
room-done-meeting-off = Cancelado, y se avisó al otro ayudante.
consent-field-place = Ciudad
consent-field-needs = Lo que necesita
consent-field-strengths = Lo que puede dar y le gusta
consent-field-situations = Lo que describe su situación
### ---- end of room ----
### ---- home ----
home-title = Ayude a que la gente se ayude
home-lead = Argonaut es para quienes actúan por otros: vecinos, familiares, gente de iglesia, trabajadores sociales, casamenteros. Encuentra quién podría ayudar a las personas que le importan y las reúne.
home-how = Cómo funciona
home-how-record = Registre por quién actúa, en un minuto. Queda sellado; solo usted puede abrirlo.
home-how-card = Comparta una tarjeta sin nombre, si la persona acepta.
home-how-suggest = Vea quién encaja y por qué.
home-how-introduce = Hable con el otro ayudante, pregunten a ambas personas y preséntenlas.
home-private = La privacidad primero
home-private-text = Los registros se guardan sellados con su propia contraseña. Las tarjetas van sin identificar: sin nombres y tan generales que encajan muchas personas. Nada se comparte sin el consentimiento del cliente.
home-privacy-more = Qué está protegido y qué no
about-helpers = Sus usuarios son ayudantes. Un ayudante lleva registros de las personas por las que actúa, busca quién podría ayudarles y trabaja con otros ayudantes.
about-clients = Las personas por las que actúan son sus clientes. Un cliente nunca necesita una cuenta.
about-open = Argonaut es software libre bajo la licencia Apache 2.0. No consulta otros sitios ni muestra publicidad.
help-start = ¿Cómo empiezo?
help-start-text = Complete su perfil, registre a un cliente con lo que necesita y mire las sugerencias. Para eso no hace falta publicar nada.
help-card = ¿Qué ven los demás en una tarjeta?
help-card-text = Más o menos dónde, un grupo de edad, idiomas y lo que se necesita o gusta. Antes de publicar ve exactamente lo que verán los desconocidos.
help-refused = ¿Por qué se rechazó mi tarjeta?
help-refused-text = Encajan muy pocas personas o ayudantes y alguien podría adivinar quién es. Compártala solo con sus contactos u omita algo.
help-forgotten = Olvidé mi contraseña.
help-forgotten-text = Use el código de recuperación que imprimió. Sin contraseña ni código nadie puede abrir sus registros, ni quien administra este sitio.
help-danger = Alguien está en peligro.
help-danger-text = Llame primero al número de emergencias de su país. Luego retire la tarjeta “en el acto” o retírese de la presentación: aquí se borra al instante todo lo compartido.
privacy-title = Qué está protegido y qué no
privacy-lead = Palabras claras, sin promesas que no podamos cumplir.
privacy-protected = Qué está protegido
privacy-sealed = Los registros de clientes y los mensajes se guardan sellados. Una base de datos, un disco o una copia robados no los abren sin adivinar una contraseña.
privacy-cards = Las tarjetas no llevan nombres, fechas ni texto libre. Una compuerta hace que lugar, edad, género e idiomas sean tan generales que encajen muchas personas.
privacy-consent = Solo se muestra una tarjeta o se comparten datos con un consentimiento registrado. Al retirarlo todo se detiene en el acto.
privacy-log = Cada apertura de un registro queda anotada y puede leer la lista.
privacy-erase = Borrar a un cliente destruye las claves y borra el registro.
privacy-no-break-glass = No hay puerta trasera: quienes administran este sitio no pueden abrir el registro de un cliente. Quien ayuda puede elegir dar una copia sellada de su llave a su organización, o partes a contactos de confianza; si no lo elige, no existe.
privacy-not-protected = Qué no está protegido
privacy-not-server = Mientras tiene la sesión abierta, el servidor maneja sus registros abiertos. Quien se apodere del servidor en marcha podría ver lo que ven sus usuarios conectados.
privacy-not-metadata = Cuántos clientes tiene y cuándo trabaja no se oculta a quienes administran el servidor.
privacy-not-told = Lo que otro ayudante supo en una presentación no se puede desdecir.
privacy-not-forgotten = Si pierde la contraseña y el código de recuperación, sus registros quedan cerrados para siempre.
### ---- end of home ----


### ---- today ----

today-title = Hola, { $name }
today-lead = Esto le espera.
today-lead-calm = Ahora mismo nadie espera nada de usted.
today-lead-new = Cinco pequeños pasos hasta su primera presentación. Cada uno lleva un minuto o dos.
today-record = Anotar un cliente
today-waits = le espera
today-turn = Le toca a usted
today-follow-ups = Pregunte cómo fue
today-contacts = Quieren ser su contacto
today-contact = Responder a { $name }
today-unattended = Sin atención desde hace { $days } días
today-unattended-all = Ver las { $count } personas en su lista de clientes
today-calm-title = Todo hecho
today-calm = Nadie espera nada de usted. Buen momento para buscar a alguien que encaje con uno de sus clientes.
today-calm-step = Ver sugerencias para un cliente
today-steps = Sus primeros pasos
today-step-done = hecho
today-step-profile = Cuente quién es
today-step-profile-why = Dónde ayuda y qué puede dar. Así le encuentran los demás.
today-step-client = Anote un cliente
today-step-client-why = Basta un nombre o unas iniciales. La ficha se guarda sellada.
today-step-card = Publique una tarjeta
today-step-card-why = Un extracto breve, sin datos que identifiquen. Antes la ve usted como la verá un extraño.
today-step-look = Mire las sugerencias
today-step-look-why = Quién podría venirle bien a su cliente, y por qué.
today-step-ask = Pregunte a otra persona que ayuda
today-step-ask-why = «¿Hablamos?» Su nombre se muestra solo cuando acepten.

today-could-answer = Preguntas que podría responder
today-ask-of = { $name } pregunta
today-others-turn = Lo que usted espera
today-week = La semana en una hoja
today-week-from = { $name }, { $date }
today-week-names = Con los nombres de sus personas
today-week-letters = Solo con la primera letra
today-week-careful = En esta hoja hay nombres. Llévela con usted y destrúyala después.
today-week-notes = Notas
### ---- end of today ----
