/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LogViewer } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useRef } from 'react';
import { downloadText } from '../presentation/downloadText';
import { migrationTranslationRef } from '../translation';

export interface LogTextProps {
  text: string;
  /** Of the file to download. */
  fileName: string;
  /** What is downloaded, if it is another text. */
  whole?: string;
}

/** Backstage's LogViewer (colours, search, links to lines) with a download, and names for its nameless controls. */
export const LogText = ({ text, fileName, whole }: LogTextProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = box.current!;
    const nameAll = () => {
      name(element.querySelector('input'), t('pods.viewer.search'));
      for (const link of element.querySelectorAll('a[role="row"]')) {
        // a row outside of a table is none
        link.removeAttribute('role');
      }
      for (const button of element.querySelectorAll(
        'button[data-testid="copy-button"]',
      )) {
        name(button, t('pods.viewer.copyLine'));
      }
      const nameless = [
        ...element.querySelectorAll<HTMLElement>('button:not([data-testid])'),
      ].filter(
        button => button.dataset.named || !button.hasAttribute('aria-label'),
      );
      // the two that step through matches are there while there are some
      const names =
        nameless.length === 3
          ? [
              t('pods.viewer.previous'),
              t('pods.viewer.next'),
              t('pods.viewer.filter'),
            ]
          : [t('pods.viewer.filter')];
      nameless.forEach((button, index) => {
        button.dataset.named = 'true';
        name(button, names[index] ?? '');
      });
    };
    nameAll();
    const observer = new MutationObserver(nameAll);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [t]);

  return (
    <div ref={box} style={{ height: '100%' }}>
      <LogViewer
        text={text}
        onDownloadLog={() =>
          downloadText(fileName, 'text/plain', whole ?? text)
        }
      />
    </div>
  );
};

function name(element: Element | null, label: string): void {
  if (element && element.getAttribute('aria-label') !== label) {
    element.setAttribute('aria-label', label);
  }
}
