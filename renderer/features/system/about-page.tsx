import './system.css';
import type { ReactNode } from 'react';
import { BrandMark } from '../../ui/brand/brand-mark.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

/** What this program is, in a few plain sentences. */
export const AboutPage = (): ReactNode => (
  <>
    <PageHeader title="关于明责" />
    <section className="mz-about mz-card">
      <BrandMark size={72} label="明责" />
      <div>
        <p className="mz-about-lead">一所学校的问责工作台</p>
        <p>
          谁负责什么、工作怎么考核、失职怎么处理、干得好怎么体现，以及这一切所需的文书，都在一台普通电脑上完成。
        </p>
        <ul>
          <li>不连网。数据只存在学校自己选定的文件夹里。</li>
          <li>每一次保存都记下是谁、什么时候、做了什么，事后不能改动。</li>
          <li>文书按党政机关公文格式生成，文号连续，不重用。</li>
        </ul>
      </div>
    </section>
  </>
);
