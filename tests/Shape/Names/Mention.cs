using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Research.Shape.Sources;

namespace Research.Shape.Names;

/// <summary>A place in code where a name may stand for a type.</summary>
/// <param name="Name">The simple name; an attribute's as it is written.</param>
/// <param name="Qualifier">The dotted name before it; null where it stands alone.</param>
public sealed record Mention(string Name, string? Qualifier, SyntaxNode Node)
{
    /// <summary>Every mention in a file, those in comments aside.</summary>
    public static IEnumerable<Mention> In(SourceFile file)
    {
        HashSet<string> members = [.. file.Root.DescendantNodes().Select(MemberName).OfType<string>()];
        return Under(file.Root)
            .Where(mention => mention.Qualifier is not null || !members.Contains(mention.Name) || IsType(mention.Node));
    }

    /// <summary>Every mention below a node.</summary>
    public static IEnumerable<Mention> Under(SyntaxNode node) =>
        node.DescendantNodesAndSelf(inner => !NamesNamespace(inner)).OfType<SimpleNameSyntax>().Select(Of).OfType<Mention>();

    private static bool NamesNamespace(SyntaxNode node) =>
        node
            is UsingDirectiveSyntax { StaticKeyword.RawKind: 0, Alias: null }
                or NameSyntax { Parent: BaseNamespaceDeclarationSyntax };

    private static Mention? Of(SimpleNameSyntax name) =>
        name.Parent switch
        {
            BaseNamespaceDeclarationSyntax or NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax => null,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set when set.Left == name => null,
            MemberAccessExpressionSyntax access when access.Name == name => Qualified(name, access.Expression),
            QualifiedNameSyntax qualified when qualified.Right == name => Qualified(name, qualified.Left),
            _ => new(name.Identifier.Text, null, name),
        };

    // Only a dotted name can be a namespace; what follows a call or an index is a member.
    private static Mention? Qualified(SimpleNameSyntax name, ExpressionSyntax before)
    {
        bool isDotted = before
            .DescendantNodesAndSelf()
            .All(node =>
                node is IdentifierNameSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax
                || node.IsKind(SyntaxKind.SimpleMemberAccessExpression)
            );
        return isDotted
            ? new(name.Identifier.Text, before.ToString().Replace("global::", "", StringComparison.Ordinal), name)
            : null;
    }

    // A property named as its type: only where a type must stand does the name mean the type.
    private static bool IsType(SyntaxNode name) =>
        name.Parent switch
        {
            ObjectCreationExpressionSyntax or CastExpressionSyntax or TypeOfExpressionSyntax or AttributeSyntax => true,
            TypeSyntax parent => parent is not NameSyntax || IsType(parent),
            ExpressionSyntax or ArgumentSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or StatementSyntax =>
                false,
            _ => true,
        };

    private static string? MemberName(SyntaxNode node) =>
        node switch
        {
            PropertyDeclarationSyntax property => property.Identifier.Text,
            MethodDeclarationSyntax method => method.Identifier.Text,
            EnumMemberDeclarationSyntax member => member.Identifier.Text,
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            ParameterSyntax parameter => parameter.Identifier.Text,
            _ => null,
        };
}
