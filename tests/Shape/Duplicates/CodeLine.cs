using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Research.Shape.Sources;

namespace Research.Shape.Duplicates;

/// <summary>One line of code that counts when shared runs are sought.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Exact">Its tokens as written.</param>
/// <param name="Shape">Its tokens with names, strings and numbers replaced.</param>
internal sealed record CodeLine(int Number, string Exact, string Shape)
{
    /// <summary>The lines of a file; blank lines, comments, imports and lines of punctuation alone do not count.</summary>
    public static IReadOnlyList<CodeLine> Of(SourceFile file) =>
        [
            .. file
                .Root.DescendantTokens(node => node is not UsingDirectiveSyntax and not InterpolatedStringExpressionSyntax)
                .Concat(
                    file.Root.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().Select(text => text.StringStartToken)
                )
                .Where(token => token.Span.Length > 0)
                .OrderBy(token => token.SpanStart)
                .GroupBy(token => file.LineOf(token.SpanStart))
                .Where(line => line.Any(token => !IsPunctuation(token)))
                .Select(line => new CodeLine(
                    line.Key,
                    string.Join(
                        ' ',
                        line.Select(token =>
                            token.IsKind(SyntaxKind.InterpolatedStringStartToken) ? token.Parent!.ToString() : token.Text
                        )
                    ),
                    string.Join(' ', line.Select(ShapeOf))
                )),
        ];

    private static bool IsPunctuation(SyntaxToken token) => !token.Text.Any(char.IsLetterOrDigit) && !IsText(token);

    private static string ShapeOf(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) ? "name"
        : token.IsKind(SyntaxKind.NumericLiteralToken) ? "0"
        : IsText(token) ? "\"\""
        : token.Text;

    private static bool IsText(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.InterpolatedStringStartToken
                or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken
                or SyntaxKind.InterpolatedMultiLineRawStringStartToken;
}
