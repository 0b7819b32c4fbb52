using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Models.Hmm;
using Research.Models.Mixtures;

namespace Research.Evaluation.Trials;

/// <summary>Frames and models that go together.</summary>
public sealed record HmmVariant(MfccFrames Frames, HmmSettings Hmm, string Remark)
{
    /// <summary>What a name says of recordings that are normalised each by itself.</summary>
    public const string Normalised = ", normalised per utterance";

    public string Name => NameOf(Frames, Hmm, Remark);

    /// <summary>Its trial on one dataset with one split, whose models are not kept.</summary>
    public HmmTrial On(DatasetRef data, Protocol split, ulong seed) =>
        new()
        {
            Dataset = data,
            AlsoTested = null,
            Protocol = split,
            Fold = "",
            Frames = Frames,
            PerUtterance = false,
            Hmm = Hmm,
            Remark = Remark,
            KeepsModel = false,
            Seed = seed,
        };

    /// <summary>Settings in words, as tables have them.</summary>
    public static string NameOf(MfccFrames frames, HmmSettings hmm, string remark) =>
        $"mfcc {frames.Coefficients}, states {hmm.States}, mixtures {hmm.Mixtures}, {NameOf(hmm.Covariance)}"
        + (remark.Length == 0 ? "" : $", {remark}");

    public static string NameOf(Covariance covariance) => covariance == Covariance.Full ? "full" : "diagonal";
}
