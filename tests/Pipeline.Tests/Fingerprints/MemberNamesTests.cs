using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Tests.Fingerprints;

public class MemberNamesTests
{
    [Theory]
    [InlineData(
        "Research.Experiments.Digits.Histograms::Compare(System.Collections.Generic.IReadOnlyList`1<Research.Data.Item>,System.Int32,System.Double[]) System.Collections.Generic.IEnumerable`1<System.String>",
        "Histograms.Compare(IReadOnlyList<Item>, int, double[])"
    )]
    [InlineData("A.B.C/Inner::.ctor(System.String) System.Void", "C/Inner..ctor(string)")]
    [InlineData("A.B.C::Field System.UInt64", "C.Field")]
    [InlineData("A.B.C::Of<System.Single>(!!0) !!0", "C.Of<float>(!!0)")]
    [InlineData("A.B.C", "C")]
    [InlineData("resource data/weight.txt", "resource data/weight.txt")]
    public void Namespaces_arities_and_what_comes_back_are_left_out(string member, string shown) =>
        Assert.Equal(shown, MemberNames.Short(member));
}
