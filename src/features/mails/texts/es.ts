import type { MailTexts } from '../mail-words.ts';

export const es: MailTexts = {
  direction: 'ltr',
  greeting: 'Hola, {name}:',
  kinds: {
    'password-forgotten': {
      subject: 'Nueva contraseña para {workspace}',
      reason: 'Se ha pedido una contraseña nueva para el usuario {username} de {workspace}.',
      action: 'Elegir una contraseña nueva',
      remark: 'Si la petición no es tuya, no hace falta hacer nada: la contraseña sigue siendo la misma.',
    },
    'password-link': {
      subject: 'Tu acceso a {workspace}',
      reason:
        'Con este enlace eliges una contraseña, con la que después inicias sesión en {workspace} como {username}.',
      action: 'Elegir una contraseña',
      remark: 'Lo ha enviado alguien de la administración de {workspace}.',
    },
  },
  ends: 'El enlace funciona una sola vez y en el plazo de un día.',
};
