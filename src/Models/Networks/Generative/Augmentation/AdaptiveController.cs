using Research.Numerics;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>The adaptive probability p of augmentation: up while the discriminator is too sure of real pictures, down while it is not.</summary>
/// <remarks>
/// r = mean sign D(real) over an interval; p += sign(r − target)·pictures/PicturesToOne, kept from 0 to 1 as in the paper (NVIDIA's public code lets it grow beyond 1, where it acts as 1,
/// and counts the signs of the R1 pass too). Source: Karras et al. (2020), StyleGAN2-ADA, section 3.1 and appendix D. Oracle: golden/networks/stylegan_ada.json, 'controller'.
/// </remarks>
internal sealed class AdaptiveController
{
    private readonly AdaptiveSettings _settings;
    private double _signs;
    private int _pictures;
    private int _steps;

    /// <exception cref="SettingsException">A value cannot be.</exception>
    public AdaptiveController(AdaptiveSettings settings)
    {
        if (settings is not { Target: >= -1 and <= 1, Interval: >= 1, PicturesToOne: >= 1, Initial: >= 0 and <= 1 })
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"A target of {settings.Target} (−1 to 1), an interval of {settings.Interval} (1 or more), {settings.PicturesToOne} pictures (1 or more) or a first probability of {settings.Initial} (0 to 1) cannot be."
                )
            );
        }

        (_settings, Probability) = (settings, settings.Initial);
    }

    /// <summary>p, 0 to 1.</summary>
    public double Probability { get; private set; }

    /// <summary>Mean sign over the last whole interval; 0 before there is one.</summary>
    public double MeanSign { get; private set; }

    /// <summary>Takes in the discriminator's outputs on a step's real pictures, and adjusts where an interval is over.</summary>
    public void Add(ReadOnlySpan<float> logits)
    {
        foreach (float logit in logits)
        {
            _signs += Math.Sign(logit);
        }

        _pictures += logits.Length;
        if (++_steps % _settings.Interval == 0)
        {
            Adjust();
        }
    }

    /// <summary>For a checkpoint.</summary>
    internal void Write(BinaryWriter writer)
    {
        writer.Write(Probability);
        writer.Write(MeanSign);
        writer.Write(_signs);
        writer.Write(_pictures);
        writer.Write(_steps);
    }

    internal void Read(BinaryReader reader)
    {
        (Probability, MeanSign, _signs) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (_pictures, _steps) = (reader.ReadInt32(), reader.ReadInt32());
    }

    private void Adjust()
    {
        MeanSign = _signs / _pictures;
        double change = Math.Sign(MeanSign - _settings.Target) * ((double)_pictures / _settings.PicturesToOne);
        Probability = Math.Clamp(Probability + change, 0, 1);
        (_signs, _pictures) = (0, 0);
    }
}
