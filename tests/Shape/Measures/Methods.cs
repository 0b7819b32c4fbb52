using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Research.Shape.Sources;

namespace Research.Shape.Measures;

/// <summary>The lines of each method, constructor and operator that has a body: from its first word to its last brace, comments before it aside.</summary>
internal static class Methods
{
    public static IEnumerable<Measured> In(SourceFile file) =>
        file
            .Root.DescendantNodes()
            .OfType<BaseMethodDeclarationSyntax>()
            .Where(method => method.Body is not null || method.ExpressionBody is not null)
            .Select(method => new Measured($"{file.Path}:{file.LineOf(method.SpanStart)} {NameOf(method)}", Lines(file, method)));

    private static int Lines(SourceFile file, BaseMethodDeclarationSyntax method)
    {
        int first = method.AttributeLists.Count == 0 ? method.SpanStart : method.AttributeLists.Span.End;
        SyntaxToken start =
            method.FindToken(first).Span.End <= first ? method.FindToken(first).GetNextToken() : method.FindToken(first);
        return file.LineOf(method.Span.End) - file.LineOf(start.SpanStart) + 1;
    }

    private static string NameOf(BaseMethodDeclarationSyntax method) =>
        method switch
        {
            MethodDeclarationSyntax named => named.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            OperatorDeclarationSyntax of => $"operator {of.OperatorToken.Text}",
            _ => "operator",
        };
}
