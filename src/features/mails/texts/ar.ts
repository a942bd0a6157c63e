import type { MailTexts } from '../mail-words.ts';

export const ar: MailTexts = {
  direction: 'rtl',
  greeting: 'مرحبًا {name}،',
  kinds: {
    'password-forgotten': {
      subject: 'كلمة مرور جديدة في {workspace}',
      reason: 'طُلبت كلمة مرور جديدة للمستخدم {username} في {workspace}.',
      action: 'اختيار كلمة مرور جديدة',
      remark: 'إن لم تطلب ذلك فلا يلزمك فعل شيء: تبقى كلمة مرورك كما هي.',
    },
    'password-link': {
      subject: 'دخولك إلى {workspace}',
      reason: 'بهذا الرابط تختار كلمة مرور، ثم تسجّل الدخول إلى {workspace} باسم {username}.',
      action: 'اختيار كلمة مرور',
      remark: 'أرسله إليك أحد مسؤولي {workspace}.',
    },
  },
  ends: 'يعمل الرابط مرة واحدة خلال يوم.',
};
