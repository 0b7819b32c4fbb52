using Microsoft.CodeAnalysis.CSharp.Syntax;
using Research.Shape.Sources;

namespace Research.Shape.Names;

/// <summary>Finds the type that a name means, by the rules of scopes and from syntax alone.</summary>
/// <remarks>
/// The innermost namespace around a file that declares the name wins, then the imported ones. Members, and types inside
/// types, are not resolved: that needs a compiler, and takes as long as one.
/// </remarks>
public sealed class TypeIndex
{
    private readonly ILookup<string, DeclaredType> _types;
    private readonly Dictionary<SourceFile, Scope> _scopes = [];

    public TypeIndex(IReadOnlyList<SourceProject> projects)
    {
        Types = [.. projects.SelectMany(DeclaredType.Of)];
        _types = Types.ToLookup(type => type.Name);
        foreach (SourceProject project in projects)
        {
            IReadOnlyList<string> everywhere = Scope.GlobalImports(project);
            foreach (SourceFile file in project.Files)
            {
                _scopes[file] = Scope.Of(file, everywhere);
            }
        }
    }

    public IReadOnlyList<DeclaredType> Types { get; }

    /// <summary>The types that a mention in a file may mean: none, one, or all parts of a partial one.</summary>
    public IReadOnlyList<DeclaredType> Resolve(SourceFile file, Mention mention)
    {
        IReadOnlyList<DeclaredType> found = Resolve(file, mention.Name, mention.Qualifier);
        return found.Count == 0 && mention.Node.Parent is AttributeSyntax
            ? Resolve(file, mention.Name + "Attribute", mention.Qualifier)
            : found;
    }

    /// <summary>Every type that a file mentions, each part of each once.</summary>
    public IReadOnlyList<DeclaredType> MentionedIn(SourceFile file) =>
        [
            .. Mention
                .In(file)
                .DistinctBy(mention => (mention.Name, mention.Qualifier, mention.Node.Parent is AttributeSyntax))
                .SelectMany(mention => Resolve(file, mention))
                .Distinct(),
        ];

    /// <summary>The namespaces that a file imports.</summary>
    public IReadOnlyCollection<string> ImportsOf(SourceFile file) => _scopes[file].Imports;

    /// <summary>Whether a file sees the types of that namespace without a qualifier.</summary>
    public bool Sees(SourceFile file, string space) =>
        _scopes[file].Enclosing.Contains(space) || _scopes[file].Imports.Contains(space);

    private DeclaredType[] Resolve(SourceFile file, string name, string? qualifier)
    {
        Scope scope = _scopes[file];
        DeclaredType[] named = [.. _types[name]];
        if (qualifier is not null)
        {
            return [.. named.Where(type => scope.Reaches(type.Namespace, qualifier))];
        }

        foreach (string space in scope.Enclosing)
        {
            DeclaredType[] near = [.. named.Where(type => type.Namespace == space)];
            if (near.Length > 0)
            {
                return near;
            }
        }

        return [.. named.Where(type => scope.Imports.Contains(type.Namespace))];
    }
}
