using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Research.Packages.Tests.PublicApi;

/// <summary>What others can see of an assembly: a line a type, as C# would declare it, then a line a member of it; types by name, members by their lines.</summary>
internal static class PublicMembers
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeRef,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeModifiers,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.None,
        SymbolDisplayKindOptions.IncludeTypeKeyword,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    /// <param name="assembly">Name of an assembly beside this one.</param>
    public static IReadOnlyList<string> Of(string assembly)
    {
        MetadataReference[] references =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
        var compilation = CSharpCompilation.Create("Looks", [], references);
        IAssemblySymbol symbol = compilation
            .References.Select(compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Single(candidate => candidate.Name == assembly);
        return
        [
            .. TypesIn(symbol.GlobalNamespace)
                .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
                .SelectMany(LinesOf),
        ];
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol place) =>
        place
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .Where(inner => inner is INamespaceSymbol || IsVisible(inner))
            .SelectMany(inner => inner is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(inner));

    private static IEnumerable<string> LinesOf(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate
            ? [Declared(type)]
            : type.GetMembers()
                .Where(IsListed)
                .Select(member => member.ToDisplayString(Format))
                .Order(StringComparer.Ordinal)
                .Prepend(Declared(type));

    private static string Declared(INamedTypeSymbol type)
    {
        string how =
            type.IsStatic ? "static "
            : type.TypeKind != TypeKind.Class ? ""
            : type.IsSealed ? "sealed "
            : type.IsAbstract ? "abstract "
            : "";
        INamedTypeSymbol[] bases =
        [
            .. type.BaseType is { SpecialType: SpecialType.None } own ? [own] : Array.Empty<INamedTypeSymbol>(),
            .. type.Interfaces.Where(IsVisible).OrderBy(item => item.ToDisplayString(Format), StringComparer.Ordinal),
        ];
        string after =
            bases.Length == 0
                ? ""
                : $" : {string.Join(", ", bases.Select(item => item.ToDisplayString(Format.WithKindOptions(SymbolDisplayKindOptions.None))))}";
        return $"{how}{type.ToDisplayString(Format)}{after}";
    }

    // What the compiler makes of a record follows from its other members.
    private static bool IsListed(ISymbol member) =>
        IsVisible(member)
        && member is not INamedTypeSymbol
        && member
            is not IMethodSymbol
            {
                MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove
            }
        && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
