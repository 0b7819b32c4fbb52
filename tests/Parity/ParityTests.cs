using CsCheck;
using Research.Tests;

namespace Research.Parity;

/// <summary>Our engine and TorchSharp compute the same, on shapes and numbers that are drawn; the same cases on every run.</summary>
/// <remarks>Run: dotnet build -c Release tests/Parity, then dotnet test -c Release tests/Parity -p:Torch=TorchSharp.</remarks>
public class ParityTests
{
    private const int Cases = 25;
    private const int Sizes = 6;
    private const double Tolerance = 2e-5; // of float32, relative to the largest number of a part or to 1

    public static TheoryData<string> Names => [.. Operations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_engines_give_the_same_numbers(string operation)
    {
        using OtherEngine other = OtherEngine.OrSkip();
        Gen.Select(Gen.Int[1, 5].Array[Sizes], Gen.ULong[0, 1_000_000], (sizes, seed) => new ParityCase(operation, sizes, seed))
            .HoldsFor(Cases, asked => AssertEqual(Answer.Of(asked), other.Ask(asked), asked));
    }

    private static void AssertEqual(Answer theirs, Answer ours, ParityCase asked)
    {
        Assert.True(theirs.Refused == ours.Refused, $"{asked}: refused by TorchSharp {theirs.Refused}, by ours {ours.Refused}");
        Assert.Equal(theirs.Parts.Count, ours.Parts.Count);
        foreach ((double[] a, double[] b) in theirs.Parts.Zip(ours.Parts))
        {
            Assert.Equal(a.Length, b.Length);
            double scale = Math.Max(1, a.Max(Math.Abs));
            Assert.All(a.Zip(b), pair => Assert.Equal(pair.First, pair.Second, Tolerance * scale));
        }
    }
}
