import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidatorOptions } from 'class-validator';
import { fieldError, invalid } from '../errors/common-problems';
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
  tooManyWords: {
    vi: 'Quá nhiều từ. Bớt từ, hoặc đặt cụm từ trong dấu ngoặc kép.',
    en: 'Too many words. Use fewer, or put a phrase in quotes.',
  },
  whitelistValidation: { vi: 'Không có trường này.', en: 'There is no such field.' },
  nestedValidation: { vi: 'Phải là đối tượng.', en: 'Must be an object.' },
};
const bodyIsList: Texts = {
  vi: 'Nội dung gửi lên phải là một đối tượng JSON, không phải một danh sách.',
  en: 'The body must be one JSON object, not a list.',
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

const rules: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
};

/** No rule of ours waits for anything; validating without promises takes half the time. */
class PromptValidationPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Each item of a list would be checked by itself, and the list then taken for the one object it should be.
    if (metadata.type === 'body' && Array.isArray(value))
      throw invalid(fieldError('', 'isObject', bodyIsList));
    return super.transform(value, metadata) as Promise<unknown>;
  }

  protected override validate(object: object, options?: ValidatorOptions): ValidationError[] {
    return validateSync(object, options);
  }
}

/** Every body and query is checked against its class; unknown fields are refused by name. */
export function validationPipe(): ValidationPipe {
  return new PromptValidationPipe({
    ...rules,
    transform: true,
    exceptionFactory: (errors) => invalid(...errors.flatMap((error) => flatten(error, ''))),
  });
}

/** The same for a part of a body whose class only the rest of it tells. `path` is where the part stands. */
export function readAs<T extends object>(type: new () => T, value: object, path: string): T {
  const read = plainToInstance(type, value);
  // A class without fields is no unknown value here: it takes nothing.
  const errors = validateSync(read, { ...rules, forbidUnknownValues: false });
  if (errors.length > 0) throw invalid(...errors.flatMap((error) => flatten(error, path)));
  return read;
}
