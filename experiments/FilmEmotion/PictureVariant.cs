using Research.Models.Training.Transfer;

namespace Research.Experiments.FilmEmotion;

/// <summary>A network over pictures, and how it is trained.</summary>
internal sealed record PictureVariant
{
    /// <summary>As the claims name the network; empty where they have none.</summary>
    public required string Claimed { get; init; }

    public required PretrainedNetwork Network { get; init; }

    /// <summary>Whether only the last layer learns.</summary>
    public required bool Frozen { get; init; }

    /// <summary>Of the pictures, in pixels.</summary>
    public required int Side { get; init; }

    public required TransferSettings Training { get; init; }

    /// <summary>What tells the training from others of the same network, in words; empty for the study's.</summary>
    public string Way { get; init; } = "";

    /// <summary>Whether trained networks are kept, to start others from or to look into.</summary>
    public bool KeepsModels { get; init; }

    /// <summary>In words, as tables have it.</summary>
    public string Name =>
        FormattableString.Invariant(
            $"{Network.Name} {Side}, {(Frozen ? "frozen" : "whole")}{(Way.Length > 0 ? ", " + Way : "")}"
        );

    /// <summary>How the claims write what learns.</summary>
    public string ClaimedWay => Frozen ? "freeze" : "whole";

    /// <summary>Its training on a case, for one seed.</summary>
    public ImageNetworkTrial On(PictureCase on, ulong seed) =>
        new()
        {
            Pictures = on.Pictures,
            Task = new ClassesTask { BalancesClasses = false, Smoothing = 0 },
            VariantName = $"{on.Task.Rule.Name}, {Name}",
            Network = Network,
            Start = null,
            Side = Side,
            Frozen = Frozen,
            Training = Training,
            KeepsModel = KeepsModels,
            Seed = seed,
        };
}
