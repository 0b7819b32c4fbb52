using Research.Evaluation.Recognition;
using Research.Models.Networks;
using Xunit;

namespace Research.Experiments.Tests;

/// <summary>Models and experiments are TorchSharp code: what they use of the engine, TorchSharp offers with the same signature.</summary>
/// <remarks>
/// The file lists the members of TorchSharp 0.107.0 that our engine has too; a use that is not in it would not compile with
/// -p:Torch=TorchSharp. Made by EngineMembers.OfferedBy over both assemblies.
/// </remarks>
public sealed class TorchSharpTests
{
    [Theory]
    [InlineData(typeof(SequenceClassifier))]
    [InlineData(typeof(ModelFiles))]
    [InlineData(typeof(Studies))]
    public void What_is_used_of_the_engine_TorchSharp_offers_too(Type user)
    {
        HashSet<string> offered = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "torchsharp-members.txt"))];
        string[] missing =
        [
            .. EngineMembers
                .UsedBy(user.Assembly.Location, "Research.Torch")
                .Where(member => !offered.Contains(member))
                .Distinct(),
        ];
        Assert.Empty(missing);
    }

    [Fact]
    public void The_models_do_use_the_engine() =>
        Assert.True(EngineMembers.UsedBy(typeof(SequenceClassifier).Assembly.Location, "Research.Torch").Distinct().Count() > 20);
}
