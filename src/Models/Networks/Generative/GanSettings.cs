using Research.Models.Networks.Generative.Augmentation;
using Research.Numerics;

namespace Research.Models.Networks.Generative;

/// <summary>Networks and training of a StyleGAN2-ADA.</summary>
/// <remarks>Source: Karras et al. (2020), StyleGAN2-ADA, appendix C; values by NVIDIA's public code where the paper names none.</remarks>
public sealed record GanSettings
{
    public required StyleGanSettings Networks { get; init; }

    /// <summary>Real pictures, and generated ones, an update.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Of both Adam optimisers (β₁ 0, β₂ 0.99).</summary>
    public required double LearningRate { get; init; }

    /// <summary>Weight γ of the R1 penalty.</summary>
    public required double R1Gamma { get; init; }

    /// <summary>Steps from one R1 penalty to the next.</summary>
    public required int R1Interval { get; init; }

    /// <summary>Weight of the path length penalty; 0 for none.</summary>
    public required double PathLengthWeight { get; init; }

    /// <summary>Steps from one path length penalty to the next.</summary>
    public required int PathLengthInterval { get; init; }

    /// <summary>Probability that a batch's styles are those of two latent vectors.</summary>
    public required double StyleMixing { get; init; }

    /// <summary>Pictures after which old weights have half their share in the averaged generator.</summary>
    public required double AverageHalfLife { get; init; }

    /// <summary>Most of the half-life, as a share of the pictures seen so far: the first weights are soon forgotten. Null for none.</summary>
    public required double? AverageRampUp { get; init; }

    /// <summary>Whether every real picture is shown mirrored as often as not.</summary>
    public required bool Mirrors { get; init; }

    /// <summary>Null for none.</summary>
    public required AugmentationSettings? Augmentation { get; init; }

    /// <summary>As the published study trained: 'auto' at 256×256 on one GPU, γ 10, mirrored, target 0.7, the speed of a resumed training.</summary>
    public static GanSettings Published256 { get; } =
        new()
        {
            Networks = StyleGanSettings.Published256,
            BatchSize = 16,
            LearningRate = 0.0025,
            R1Gamma = 10,
            R1Interval = 16,
            PathLengthWeight = 2,
            PathLengthInterval = 4,
            StyleMixing = 0.9,
            AverageHalfLife = 5_000,
            AverageRampUp = null,
            Mirrors = true,
            Augmentation = AugmentationSettings.Published(
                new()
                {
                    Target = 0.7,
                    Interval = 4,
                    PicturesToOne = 100_000,
                    Initial = 0,
                }
            ),
        };

    /// <summary>
    /// For a CPU: 64×64 from the first weights on, in batches of 8; γ by NVIDIA's rule for that size and batch. A training is shorter than the study's 1,000,000
    /// pictures, so the probability of augmentation moves ten times as fast.
    /// </summary>
    public static GanSettings Small64 { get; } =
        Published256 with
        {
            Networks = StyleGanSettings.Small64,
            BatchSize = 8,
            R1Gamma = 0.0002 * 64 * 64 / 8,
            AverageHalfLife = 2_500,
            AverageRampUp = 0.05,
            Augmentation = AugmentationSettings.Published(
                new()
                {
                    Target = 0.7,
                    Interval = 4,
                    PicturesToOne = 10_000,
                    Initial = 0,
                }
            ),
        };

    /// <exception cref="SettingsException">A value cannot be.</exception>
    internal void Check()
    {
        Networks.Check();
        if (BatchSize < 1 || BatchSize % Math.Min(BatchSize, Networks.DeviationGroup) != 0)
        {
            throw new SettingsException(
                $"Batches of {BatchSize} do not fall into deviation groups of {Networks.DeviationGroup}."
            );
        }

        if (R1Interval < 1 || PathLengthInterval < 1 || StyleMixing is not (>= 0 and <= 1) || !(AverageHalfLife >= 0))
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"Intervals of {R1Interval} and {PathLengthInterval} (1 or more), mixing of {StyleMixing} (0 to 1) or a half-life of {AverageHalfLife} (0 or more) cannot be."
                )
            );
        }
    }
}
