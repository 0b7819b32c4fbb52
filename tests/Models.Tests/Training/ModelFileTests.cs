using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Xunit;

namespace Research.Models.Tests.Training;

public class ModelFileTests
{
    private static readonly RecurrentSettings Settings = new()
    {
        Kind = RecurrentKind.Lstm,
        Hidden = 4,
        Layers = 1,
        Bidirectional = false,
        Dropout = 0,
    };

    [Fact]
    public void A_model_that_is_read_again_scores_to_the_same_bits()
    {
        using SequenceLearner written = Learner(Settings, 1);
        using SequenceLearner read = Learner(Settings, 2);
        Assert.NotEqual(written.Scores([0])[0], read.Scores([0])[0]);
        ModelFile.Read(read.Network, ModelFile.Write(written.Network));
        Assert.Equal(written.Scores([0])[0], read.Scores([0])[0]);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_and_changes_nothing()
    {
        using SequenceLearner learner = Learner(Settings, 1);
        byte[] file = ModelFile.Write(learner.Network);
        float[] before = learner.Scores([0])[0];
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => ModelFile.Read(learner.Network, file[..length]));
        }

        Assert.Equal(before, learner.Scores([0])[0]);
    }

    [Fact]
    public void A_changed_bit_is_seen()
    {
        using SequenceLearner learner = Learner(Settings, 1);
        byte[] file = ModelFile.Write(learner.Network);
        file[^3] ^= 1;
        Assert.Contains("digest", Refusal(learner, file), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_is_named()
    {
        using SequenceLearner learner = Learner(Settings, 1);
        byte[] file = ModelFile.Write(learner.Network);
        file[6] = 7;
        Assert.Contains("version 7", Refusal(learner, file), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_another_size_are_refused_with_the_names_that_differ()
    {
        using SequenceLearner small = Learner(Settings, 1);
        using SequenceLearner large = Learner(Settings with { Hidden = 5 }, 1);
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            ModelFile.Read(large.Network, ModelFile.Write(small.Network))
        );
        Assert.Contains("recurrent.lstm.weight_hh_l0", error.Message, StringComparison.Ordinal);
        Assert.Contains("output.weight", error.Message, StringComparison.Ordinal);
        using SequenceLearner deep = Learner(Settings with { Layers = 2 }, 1);
        error = Assert.Throws<ArgumentException>(() => ModelFile.Read(deep.Network, ModelFile.Write(small.Network)));
        Assert.Contains("lacks recurrent.lstm.weight_ih_l1", error.Message, StringComparison.Ordinal);
    }

    private static string Refusal(SequenceLearner learner, byte[] file) =>
        Assert.Throws<InvalidDataException>(() => ModelFile.Read(learner.Network, file)).Message;

    private static SequenceLearner Learner(RecurrentSettings settings, ulong seed)
    {
        (Matrix[] sequences, int[] classes) = SupervisedTrainingTests.RisingAndFalling(2);
        var learner = new SequenceLearner(sequences, classes, 2, settings, seed);
        learner.Network.eval();
        return learner;
    }
}
