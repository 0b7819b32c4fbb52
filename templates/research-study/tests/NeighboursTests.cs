using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace My_Study.Tests;

public class NeighboursTests
{
    private static readonly Dataset Data = Tones.Make();
    private static readonly Experiment Experiment = new ThisStudy().Studies[0].Experiment("Neighbours", Profile.Quick);

    [Fact]
    public void Tones_are_the_same_each_time()
    {
        Assert.Equal(120, Data.Items.Count);
        Assert.Equal(Tones.Make().Digest, Data.Digest);
    }

    [Fact]
    public void A_tone_is_told_from_its_neighbours_better_than_by_chance()
    {
        TrialResult result = Run(Experiment.Trials[0]);
        Assert.InRange(result.Classes("test").Confusion.Accuracy, 0.6, 1);
    }

    // As the engine runs it, without the engine.
    private static TrialResult Run(Trial trial) =>
        trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = _ => Data,
                Reading = features => [.. features.Compute(new FeatureInputs(features, _ => Data))],
                Using = _ => throw new ResearchException("this trial uses no other"),
                Checkpoints = new Forgetful(),
                Progress = _ => { },
            }
        );

    private sealed class Forgetful : ICheckpointStore
    {
        public bool Resume(string name, Action<BinaryReader> read) => false;

        public void Save(string name, Action<BinaryWriter> write, bool last = false) { }
    }
}
