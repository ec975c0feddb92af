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
    [one] Avisos, uno nuevo
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
accounts-code-why = Los datos de sus clientes están sellados con su contraseña. Si la olvida, este código es la única forma de abrirlos.
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
accounts-invitation-once = Cópielo ahora y envíelo; no se muestra otra vez. Ponga delante la dirección de este sitio.
accounts-invitation-made = Hecha { $when }
accounts-invitation-used = usada
accounts-invitation-over = caducada
accounts-invitation-revoke = Anular
### ---- end of accounts ----


### ---- admin ----


admin-not-yourself = No puede suspenderse a sí mismo. Pida ayuda a otro administrador.
### ---- end of admin ----


### ---- profile ----


### ---- end of profile ----


### ---- clients ----


### ---- end of clients ----


### ---- import ----


### ---- end of import ----


### ---- cards ----


### ---- end of cards ----


### ---- consent ----


### ---- end of consent ----


### ---- suggestions ----


### ---- end of suggestions ----


### ---- find ----


### ---- end of find ----


### ---- matches ----


### ---- end of matches ----


### ---- contacts ----


### ---- end of contacts ----


### ---- helpers ----


### ---- end of helpers ----


### ---- notifications ----


### ---- end of notifications ----


### ---- places ----


### ---- end of places ----


### ---- safety ----


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
### ---- end of done ----
