using Research.Models.Networks;
using Research.Models.Tests.Training;
using Research.Numerics;
using Xunit;

namespace Research.Models.Tests.Networks;

public class SequenceClassifierTests
{
    [Fact]
    public void Scores_do_not_depend_on_what_else_is_in_the_batch()
    {
        (Matrix[] sequences, int[] classes) = SupervisedTrainingTests.RisingAndFalling(9);
        using SequenceLearner learner = SupervisedTrainingTests.Learner(sequences, classes);
        learner.Network.eval();
        float[][] together = learner.Scores([0, 1, 2, 3, 4, 5, 6, 7, 8]);
        for (int i = 0; i < sequences.Length; i++)
        {
            Assert.Equal(together[i], learner.Scores([i])[0]);
        }

        Assert.Equal([together[7], together[2]], learner.Scores([7, 2]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_seed_gives_one_net_and_another_seed_another(bool bidirectional)
    {
        (Matrix[] sequences, int[] classes) = SupervisedTrainingTests.RisingAndFalling(3);
        float[] Scores(ulong seed)
        {
            RecurrentSettings settings = new()
            {
                Kind = RecurrentKind.Gru,
                Hidden = 5,
                Layers = 2,
                Bidirectional = bidirectional,
                Dropout = 0,
            };
            using var learner = new SequenceLearner(sequences, classes, 2, settings, seed);
            return learner.Scores([0])[0];
        }

        Assert.Equal(Scores(1), Scores(1));
        Assert.NotEqual(Scores(1), Scores(2));
    }

    [Theory]
    [InlineData(RecurrentKind.Rnn)]
    [InlineData(RecurrentKind.Lstm)]
    [InlineData(RecurrentKind.Gru)]
    public void Units_between_layers_are_dropped_in_training_and_only_there(RecurrentKind kind)
    {
        (Matrix[] sequences, int[] classes) = SupervisedTrainingTests.RisingAndFalling(3);
        RecurrentSettings settings = new()
        {
            Kind = kind,
            Hidden = 5,
            Layers = 2,
            Bidirectional = false,
            Dropout = 0.5,
        };
        using var learner = new SequenceLearner(sequences, classes, 2, settings, 1);
        learner.Network.train();
        Assert.NotEqual(learner.Loss([0, 1, 2]).item<float>(), learner.Loss([0, 1, 2]).item<float>());
        learner.Network.eval();
        Assert.Equal(learner.Loss([0, 1, 2]).item<float>(), learner.Loss([0, 1, 2]).item<float>());
    }

    [Fact]
    public void The_score_is_the_mean_cross_entropy_and_the_share_of_right_classes()
    {
        (Matrix[] sequences, int[] classes) = SupervisedTrainingTests.RisingAndFalling(6);
        using SequenceLearner learner = SupervisedTrainingTests.Learner(sequences, classes);
        learner.Network.eval();
        int[] all = [0, 1, 2, 3, 4, 5];
        double loss = learner.Loss(all).item<float>();
        int right = learner.Predict(all).Where((c, i) => c == classes[i]).Count();
        Assert.Equal(loss, learner.Score(all).Loss, 1e-6);
        Assert.Equal(right / 6.0, learner.Score(all).Accuracy);
    }
}
