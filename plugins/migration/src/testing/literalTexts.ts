/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import ts from 'typescript';

/** Properties, of components and of objects that describe them, that people read. */
const read = new Set([
  'alt',
  'any',
  'aria-label',
  'aria-description',
  'button',
  'consent',
  'description',
  'header',
  'helperText',
  'help',
  'hint',
  'intro',
  'label',
  'labelRowsPerPage',
  'message',
  'placeholder',
  'rowsPerPage',
  'subheader',
  'submit',
  'submitting',
  'title',
  'titleAccess',
]);

/** Properties of components that hold no text, whatever they look like. */
const notRead = new Set(['className', 'd', 'key', 'style', 'viewBox']);

const word = /\p{L}{2}/u;
const sentence = /\p{L}{2,}[,:;]? \p{L}/u;

/**
 * Texts of a source file that are written where a message should stand: between tags, in a property that people read,
 * or anywhere as several words. Each with its line.
 */
export function literalTexts(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(
    fileName,
    source,
    ts.ScriptTarget.Latest,
    true,
    fileName.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const tell = (node: ts.Node, text: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${fileName}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node, where: RegExp) => {
    const text = ownText(node);
    if (text !== undefined) {
      if (where.test(text)) {
        tell(node, text);
      }
    } else if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) {
      const name = node.name.getText().replace(/['"]/g, '');
      if (node.initializer && !notRead.has(name)) {
        visit(node.initializer, read.has(name) ? word : sentence);
      }
    } else if (!holdsNoText(node)) {
      const next = whereOf(node, where);
      ts.forEachChild(node, child => visit(child, next));
    }
  };
  visit(file, sentence);
  return found;
}

/** Between tags a word is a text, also as one of several results of an expression. */
function whereOf(node: ts.Node, where: RegExp): RegExp {
  if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
    return word;
  }
  if (
    ts.isConditionalExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isTemplateExpression(node) ||
    ts.isTemplateSpan(node) ||
    ts.isJsxExpression(node) ||
    (ts.isBinaryExpression(node) && joins(node.operatorToken.kind))
  ) {
    return where;
  }
  return sentence;
}

function joins(operator: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.PlusToken,
  ].includes(operator);
}

/** What a node says itself, entities of JSX aside. */
function ownText(node: ts.Node): string | undefined {
  if (
    ts.isJsxText(node) ||
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  ) {
    return node.text.replace(/&\w+;/g, ' ');
  }
  return undefined;
}

/** Imports, types, styles, and errors for programmers. */
function holdsNoText(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTypeNode(node) ||
    ts.isThrowStatement(node) ||
    (ts.isCallExpression(node) && node.expression.getText() === 'makeStyles')
  );
}
