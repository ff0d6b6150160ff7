import ICAL from 'ical.js';

export interface IcsEvent {
  uid: string;
  summary: string;
  day: string;
  end: string;
  sequence: number;
  url: string;
  categories: string[];
  description: string;
  alarms: string[];
  /** The property as it stands in the text, parameters and all. */
  raw: (property: string) => string;
}

/** An iCalendar read by an independent parser. */
export function parseIcs(text: string): {
  name: string;
  value: (property: string) => unknown;
  events: IcsEvent[];
} {
  const calendar = new ICAL.Component(ICAL.parse(text) as any[]);
  const events = calendar.getAllSubcomponents('vevent').map((component): IcsEvent => {
    const event = new ICAL.Event(component);
    if (!event.startDate.isDate || !event.endDate.isDate) throw new Error('The event is not of whole days.');
    return {
      uid: event.uid,
      summary: event.summary,
      day: event.startDate.toString(),
      end: event.endDate.toString(),
      sequence: event.sequence,
      url: component.getFirstPropertyValue('url') as string,
      categories: component.getFirstProperty('categories')?.getValues() as string[],
      description: event.description,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
      raw: (property) => component.getFirstProperty(property)?.toICALString() ?? '',
    };
  });
  const value = (property: string) => calendar.getFirstPropertyValue(property);
  return { name: unescaped(value('x-wr-calname') as string), value, events };
}

/** The parser leaves the text of properties that it does not know as it stands. */
function unescaped(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
