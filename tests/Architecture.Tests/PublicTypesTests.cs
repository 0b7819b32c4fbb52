using Research.Shape.Names;

namespace Research.Architecture.Tests;

/// <summary>A public type is a promise to others; what only its own project uses is internal.</summary>
public class PublicTypesTests
{
    [Fact]
    public void A_type_that_only_its_own_project_uses_is_internal() =>
        Offence.AssertOnlyKnown(
            PublicTypes.UsedAtHomeOnly(Checkout.Projects, Checkout.Types).Where(type => !IsOffered(type)).Select(OffenceOf),
            KnownPublicTypes.Names
        );

    // TorchSharp's API, under TorchSharp's names; and what is for programs of others alone.
    private static bool IsOffered(DeclaredType type) =>
        type.Project.Name == "Runner"
        || type.Namespace == "TorchSharp"
        || type.Namespace.StartsWith("TorchSharp.", StringComparison.Ordinal);

    private static Offence OffenceOf(DeclaredType type) =>
        new(type.FullName, $"no other project uses it; make it internal ({type.Project.Name}/{type.File.Path}).");
}
