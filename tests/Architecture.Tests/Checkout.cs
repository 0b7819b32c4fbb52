using Research.Shape.Names;
using Research.Shape.Sources;
using Research.Tests;

namespace Research.Architecture.Tests;

/// <summary>The sources of this checkout, read once.</summary>
internal static class Checkout
{
    private static readonly Lazy<IReadOnlyList<SourceProject>> Read = new(() => SourceTree.Read(RealData.Repository()));
    private static readonly Lazy<TypeIndex> Index = new(() => new TypeIndex(Read.Value));

    /// <summary>The projects of src/, experiments and build.</summary>
    public static IReadOnlyList<SourceProject> Projects => Read.Value;

    /// <summary>Their types.</summary>
    public static TypeIndex Types => Index.Value;
}
