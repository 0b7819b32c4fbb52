using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Research.Shape.Names;
using Research.Shape.Sources;

namespace Research.Architecture.Tests;

/// <summary>Which public types must be public.</summary>
/// <remarks>
/// A type must, when another project names it, calls an extension method of it, or gets at it by a member of a type that must.
/// Names alone decide, so a type may pass for needed that is not; never the other way round.
/// </remarks>
internal sealed class PublicTypes
{
    private readonly IReadOnlyList<SourceProject> _projects;
    private readonly TypeIndex _types;
    private readonly ILookup<string, DeclaredType> _parts;

    private PublicTypes(IReadOnlyList<SourceProject> projects, TypeIndex types) =>
        (_projects, _types, _parts) = (projects, types, types.Types.ToLookup(type => type.FullName));

    /// <summary>The public types that only their own project uses.</summary>
    public static IReadOnlyList<DeclaredType> UsedAtHomeOnly(IReadOnlyList<SourceProject> projects, TypeIndex types) =>
        new PublicTypes(projects, types).UsedAtHomeOnly();

    private DeclaredType[] UsedAtHomeOnly()
    {
        HashSet<string> needed = Needed();
        return
        [
            .. _types
                .Types.Where(type => IsPublic(type.Declaration) && !needed.Contains(type.FullName))
                .DistinctBy(type => type.FullName),
        ];
    }

    private HashSet<string> Needed()
    {
        var needed = new HashSet<string>();
        var next = new Queue<DeclaredType>(NamedAbroad().Concat(ExtendingAbroad()));
        while (next.TryDequeue(out DeclaredType? type))
        {
            if (needed.Add(type.FullName))
            {
                foreach (DeclaredType part in _parts[type.FullName])
                {
                    IEnumerable<Mention> mentions = Signatures(part.Declaration).SelectMany(Mention.Under);
                    mentions.SelectMany(mention => _types.Resolve(part.File, mention)).ToList().ForEach(next.Enqueue);
                }
            }
        }

        return needed;
    }

    private IEnumerable<DeclaredType> NamedAbroad() =>
        _projects.SelectMany(project => project.Files.SelectMany(_types.MentionedIn).Where(type => type.Project != project));

    private IEnumerable<DeclaredType> ExtendingAbroad()
    {
        ILookup<string, DeclaredType> extensions = _types
            .Types.SelectMany(type => ExtensionsOf(type.Declaration).Select(method => (method, type)))
            .ToLookup(pair => pair.method, pair => pair.type);
        return from project in _projects
            from file in project.Files
            from called in file.Root.DescendantNodes().Select(CalledName).OfType<string>().Distinct()
            from type in extensions[called]
            where type.Project != project && _types.Sees(file, type.Namespace)
            select type;
    }

    private static IEnumerable<string> ExtensionsOf(MemberDeclarationSyntax type) =>
        type.ChildNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(method => method.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword)))
            .Select(method => method.Identifier.Text);

    private static string? CalledName(SyntaxNode node) =>
        node switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text,
            _ => null,
        };

    // What a user of the type can see: bases, and the parts of visible members before their bodies.
    private static IEnumerable<SyntaxNode> Signatures(MemberDeclarationSyntax declaration)
    {
        foreach (SyntaxNode child in declaration.ChildNodes())
        {
            if (
                child is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
                && IsVisible((MemberDeclarationSyntax)child, declaration)
            )
            {
                foreach (SyntaxNode inner in Signatures((MemberDeclarationSyntax)child))
                {
                    yield return inner;
                }
            }
            else if (child is MemberDeclarationSyntax member)
            {
                foreach (SyntaxNode part in IsVisible(member, declaration) ? SignatureOf(member) : [])
                {
                    yield return part;
                }
            }
            else if (child is not AttributeListSyntax)
            {
                yield return child;
            }
        }
    }

    private static IEnumerable<SyntaxNode> SignatureOf(MemberDeclarationSyntax member) =>
        member is BaseFieldDeclarationSyntax field
            ? [field.Declaration.Type]
            : member
                .ChildNodes()
                .Where(part =>
                    part
                        is not (
                            BlockSyntax
                            or ArrowExpressionClauseSyntax
                            or AccessorListSyntax
                            or AttributeListSyntax
                            or EqualsValueClauseSyntax
                            or ConstructorInitializerSyntax
                        )
                );

    private static bool IsPublic(MemberDeclarationSyntax declaration) => declaration.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static bool IsVisible(MemberDeclarationSyntax member, MemberDeclarationSyntax type) =>
        IsPublic(member)
        || member.Modifiers.Any(SyntaxKind.ProtectedKeyword)
        || type is InterfaceDeclarationSyntax or EnumDeclarationSyntax;
}
