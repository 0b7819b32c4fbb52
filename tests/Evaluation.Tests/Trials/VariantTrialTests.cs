using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Trials;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Models.Networks;
using Research.Models.Training;

namespace Research.Evaluation.Tests.Trials;

public class VariantTrialTests
{
    private static readonly PublishedSplit Split = new() { Validation = new NoValidation() };

    [Fact]
    public void A_trial_of_hidden_markov_models_has_the_settings_of_its_variant()
    {
        var hmm = new HmmSettings
        {
            States = 2,
            Mixtures = 1,
            Covariance = Covariance.Full,
            Iterations = 3,
            Tolerance = 1e-4,
            AddedVariance = 0.01,
        };
        var variant = new HmmVariant(MfccFrames.Reported(6), hmm, "short");
        HmmTrial trial = variant.On(Samples.Named("noise"), Split, 5);
        Assert.Equal("mfcc 6, states 2, mixtures 1, full, short/seed 5", trial.Description);
        Assert.Equal(variant.Name, trial.VariantName);
        Assert.Equal((variant.Frames, hmm, Split), (trial.Frames, trial.Hmm, trial.Protocol));
        Assert.Equal(["noise"], trial.Data.Select(data => data.Id));
    }

    [Fact]
    public void A_trial_of_a_recurrent_network_has_its_variant()
    {
        var variant = new RecurrentVariant
        {
            Frames = MfccFrames.Reported(6),
            Network = new()
            {
                Kind = RecurrentKind.Lstm,
                Hidden = 8,
                Layers = 1,
                Bidirectional = false,
                Dropout = 0,
            },
            Training = new()
            {
                Epochs = 2,
                BatchSize = 4,
                Optimizer = OptimizerSettings.Adam(0.01),
                GradientNorm = null,
                Stopping = null,
            },
            Remark = "short",
        };
        RecurrentTrial trial = variant.On(Samples.Named("noise"), Split, 5);
        Assert.Equal("mfcc 6, lstm 1x8, lr 0.01, short/seed 5", trial.Description);
        Assert.Equal((variant, Split), (trial.Variant, trial.Protocol));
        Assert.Equal(["noise"], trial.Data.Select(data => data.Id));
    }
}
