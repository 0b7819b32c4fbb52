using Microsoft.CodeAnalysis.CSharp.Syntax;
using Research.Shape.Sources;

namespace Research.Shape.Names;

/// <summary>A type that is no part of another, or one part of it where it is partial.</summary>
/// <param name="Name">Without type parameters.</param>
/// <param name="Namespace">In full; empty for none.</param>
public sealed record DeclaredType(
    string Name,
    string Namespace,
    SourceProject Project,
    SourceFile File,
    MemberDeclarationSyntax Declaration
)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    /// <summary>The types that a project declares, delegates and enumerations among them.</summary>
    public static IEnumerable<DeclaredType> Of(SourceProject project)
    {
        foreach (SourceFile file in project.Files)
        {
            foreach (
                MemberDeclarationSyntax declaration in file.Root.DescendantNodes(IsNamespace).OfType<MemberDeclarationSyntax>()
            )
            {
                if (NameOf(declaration) is { } name)
                {
                    yield return new(name, NamespaceOf(declaration), project, file, declaration);
                }
            }
        }
    }

    /// <summary>The namespace around a node, in full.</summary>
    internal static string NamespaceOf(Microsoft.CodeAnalysis.SyntaxNode node) =>
        string.Join(
            '.',
            node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString())
        );

    private static bool IsNamespace(Microsoft.CodeAnalysis.SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax;

    private static string? NameOf(MemberDeclarationSyntax declaration) =>
        declaration switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => null,
        };
}
