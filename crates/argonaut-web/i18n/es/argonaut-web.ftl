### Todos los textos en pantalla, en español. Un bloque por área; cada clave se
### llama area-cosa. Mantén cada clave en el bloque de su área.


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
shell-account-menu = Tu cuenta
shell-account-profile = Mi perfil
shell-account-settings = Ajustes y seguridad
shell-sign-in = Entrar
shell-sign-up = Crear cuenta
shell-sign-out = Salir
shell-language = Idioma
shell-footer = Ayuda a que la gente se ayude. Lo que anotas sobre un cliente se guarda sellado.
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
shell-breadcrumb-label = Dónde estás
shell-timeline-label = Lo que ha pasado
shell-private-title = Solo tú puedes ver esto
shell-circle-title = Solo tú y el círculo de este cliente podéis ver esto
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
form-choose = Elige…
form-errors-title = { $count ->
    [one] Hay una cosa que corregir
   *[other] Hay { $count } cosas que corregir
}
form-error-prefix = Error:
form-show-password = Mostrar contraseña
form-filter-terms = Escribe para acortar la lista
form-filter-found = { $count ->
    [0] No hay nada. Prueba con otra palabra.
    [one] Uno encontrado
   *[other] { $count } encontrados
}
form-group-chosen = { $count ->
    [0] ninguno elegido
    [one] uno elegido
   *[other] { $count } elegidos
}
form-date-hint = Día, mes y año
form-place-hint = Escribe un pueblo o ciudad y elige de la lista
form-place-which = Hay más de un lugar con ese nombre. ¿Cuál es?
form-options-found = { $count ->
    [0] No hay nada
    [one] Una sugerencia. Usa las flechas para elegir.
   *[other] { $count } sugerencias. Usa las flechas para elegir.
}
form-unsaved = Tienes cambios sin guardar.

### ---- end of form ----


### ---- errors ----

errors-not-same-origin = Esta petición no vino de este sitio, así que nada ha cambiado. Abre la página otra vez e inténtalo de nuevo.

### ---- end of errors ----


### ---- accounts ----


### ---- end of accounts ----


### ---- admin ----


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
