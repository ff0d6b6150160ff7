import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { invalid } from '../errors/common-problems';
import type { FieldError, Texts } from '../errors/problem';
import { fillTexts } from '../errors/problem';

/** Words for each class-validator constraint; `{1}` is the constraint's first number where it has one. */
const words: Record<string, Texts> = {
  isString: { vi: 'Phải là chữ.', en: 'Must be text.' },
  isInt: { vi: 'Phải là số nguyên.', en: 'Must be a whole number.' },
  isNumber: { vi: 'Phải là số, tối đa 4 chữ số thập phân.', en: 'Must be a number with at most 4 decimals.' },
  isBoolean: { vi: 'Phải là true hoặc false.', en: 'Must be true or false.' },
  isArray: { vi: 'Phải là danh sách.', en: 'Must be a list.' },
  arrayMaxSize: { vi: 'Danh sách quá dài.', en: 'The list is too long.' },
  arrayMinSize: { vi: 'Danh sách phải có ít nhất một mục.', en: 'The list needs at least one item.' },
  isObject: { vi: 'Phải là đối tượng.', en: 'Must be an object.' },
  isUuid: { vi: 'Không phải mã định danh hợp lệ.', en: 'Is not a valid id.' },
  isDay: {
    vi: 'Phải là một ngày có thật, dạng NĂM-THÁNG-NGÀY (ví dụ 2023-06-30).',
    en: 'Must be a day that exists, as YYYY-MM-DD (for example 2023-06-30).',
  },
  isIn: { vi: 'Chỉ nhận một trong các giá trị cho phép.', en: 'Must be one of the allowed values.' },
  isEmail: { vi: 'Không phải địa chỉ thư điện tử.', en: 'Is not a mail address.' },
  matches: { vi: 'Có ký tự hoặc dạng không được phép.', en: 'Has characters or a form that is not allowed.' },
  min: { vi: 'Nhỏ hơn mức cho phép.', en: 'Is below the allowed minimum.' },
  max: { vi: 'Lớn hơn mức cho phép.', en: 'Is above the allowed maximum.' },
  minLength: { vi: 'Không được để trống hoặc quá ngắn.', en: 'Must not be empty or too short.' },
  maxLength: { vi: 'Quá dài.', en: 'Is too long.' },
  whitelistValidation: { vi: 'Không có trường này.', en: 'There is no such field.' },
  nestedValidation: { vi: 'Phải là đối tượng.', en: 'Must be an object.' },
};
const unknown: Texts = { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' };

function flatten(error: ValidationError, parent: string): FieldError[] {
  const step = /^\d+$/.test(error.property) ? `[${error.property}]` : error.property;
  const path = parent === '' || step.startsWith('[') ? `${parent}${step}` : `${parent}.${step}`;
  const own = Object.keys(error.constraints ?? {}).map((code) => ({
    path,
    code,
    texts: fillTexts(words[code] ?? unknown, {}),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}

/** Every body and query is checked against its class; unknown fields are refused by name. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => invalid(...errors.flatMap((error) => flatten(error, ''))),
  });
}
