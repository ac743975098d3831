import type { ReactNode } from 'react';
import type { NoticeText } from '../../../../shared/features/publicity/notice.ts';

/** The notice as it goes up, word for word, on a sheet of paper. */
export const NoticeSheet = ({
  shown,
  school,
  day,
}: {
  shown: NoticeText;
  school: string;
  /** Under the notice, as the paper has it. */
  day: string;
}): ReactNode => {
  const named = shown.items.some(({ name }) => name !== '');
  return (
    <article className="mz-notice" aria-label="公示文">
      <h3>{shown.title === '' ? '（标题）' : shown.title}</h3>
      {shown.opening !== '' && <p>{shown.opening}</p>}
      {named ? (
        <table>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">对象</th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {shown.items.map(({ id, name, text }, at) => (
              <tr key={id}>
                <td>{at + 1}</td>
                <td>{name}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        shown.items.map(({ id, text }, at) => (
          <p key={id}>
            {at + 1}．{text}
          </p>
        ))
      )}
      <p>{shown.period}</p>
      <p>{shown.objection}</p>
      <footer>
        <span>{school}</span>
        <span>{day}</span>
      </footer>
    </article>
  );
};
