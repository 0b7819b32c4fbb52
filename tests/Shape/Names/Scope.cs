using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Research.Shape.Sources;

namespace Research.Shape.Names;

/// <summary>The namespaces whose types a file may name without a qualifier.</summary>
/// <param name="Enclosing">Those around its code, innermost first.</param>
/// <param name="Imports">Those that it, or its project, imports.</param>
internal sealed record Scope(IReadOnlyList<string> Enclosing, IReadOnlySet<string> Imports)
{
    /// <param name="everywhere">What the project imports into every file: <see cref="GlobalImports"/>.</param>
    public static Scope Of(SourceFile file, IReadOnlyList<string> everywhere)
    {
        IEnumerable<string> around = Outermost(file).OfType<BaseNamespaceDeclarationSyntax>().Select(Full).SelectMany(Prefixes);
        string[] enclosing = [.. around.Distinct().OrderByDescending(space => space.Length)];
        string[] imported = [.. everywhere, .. Usings(file).Select(use => use.Name!.ToString())];
        // An import may itself be relative to a namespace around it.
        IEnumerable<string> relative = enclosing.SelectMany(space => imported.Select(use => $"{space}.{use}"));
        return new(enclosing, new HashSet<string>([.. imported, .. relative]));
    }

    /// <summary>The namespaces that a project imports into every file.</summary>
    public static IReadOnlyList<string> GlobalImports(SourceProject project) =>
        [
            .. project.Usings,
            .. project.Files.SelectMany(Usings).Where(use => use.GlobalKeyword.RawKind != 0).Select(use => use.Name!.ToString()),
        ];

    /// <summary>Whether a qualifier can mean that namespace here.</summary>
    public bool Reaches(string space, string qualifier) =>
        space == qualifier || Enclosing.Any(around => space == $"{around}.{qualifier}");

    private static string Full(BaseNamespaceDeclarationSyntax space)
    {
        string outer = DeclaredType.NamespaceOf(space);
        return outer.Length == 0 ? space.Name.ToString() : $"{outer}.{space.Name}";
    }

    private static IEnumerable<string> Prefixes(string space)
    {
        string[] parts = space.Split('.');
        return Enumerable.Range(1, parts.Length).Select(length => string.Join('.', parts[..length]));
    }

    private static IEnumerable<UsingDirectiveSyntax> Usings(SourceFile file) =>
        Outermost(file)
            .OfType<UsingDirectiveSyntax>()
            .Where(use => use.StaticKeyword.RawKind == 0 && use.Alias is null && use.Name is not null);

    private static IEnumerable<SyntaxNode> Outermost(SourceFile file) =>
        file.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax);
}
