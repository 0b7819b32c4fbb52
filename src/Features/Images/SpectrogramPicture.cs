using Research.Data;
using Research.Features.Sampling;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Images;

/// <summary>A recording as a colour picture: mel spectrogram, time to the right, pitch upwards, louder is lighter.</summary>
/// <remarks>
/// Level = round(255·(1 + d/range)), d the decibels below the loudest value, so 0 is as far below as is drawn; a silent recording is all 255. Source: the film study,
/// section 5.2 (librosa's melspectrogram and power_to_db with ref=max); it shows no colours, so librosa's for such levels are taken, and a fixed range.
/// </remarks>
public static class SpectrogramPicture
{
    /// <summary>Levels of a recording's beginning.</summary>
    /// <returns>Shape [frames, bands]; whole numbers of 0 to 255.</returns>
    /// <exception cref="ResearchException">As <see cref="MelSpectrogram"/>, or the range is not positive.</exception>
    public static Matrix Levels(Waveform waveform, SpectrogramPictureSettings settings)
    {
        if (!(settings.RangeDecibels > 0))
        {
            throw new SettingsException(
                FormattableString.Invariant($"A picture over {settings.RangeDecibels} dB: a range above 0 is needed.")
            );
        }

        Waveform heard = FixedLength.Of(
            RateChange.Of(waveform, RateSettings.To(settings.SampleRateHz)),
            settings.Seconds,
            SilencePlace.After
        );
        Matrix decibels = Decibels.OfMel(
            heard,
            settings.Mel,
            DecibelSettings.Librosa with
            {
                Reference = DecibelReference.Maximum,
                RangeDecibels = settings.RangeDecibels,
            }
        );
        for (int i = 0; i < decibels.Values.Length; i++)
        {
            decibels.Values[i] = Math.Floor((255 * (1 + (decibels.Values[i] / settings.RangeDecibels))) + 0.5);
        }

        return decibels;
    }

    /// <summary>Levels in colours: a pixel a frame and band, the lowest band at the bottom.</summary>
    /// <param name="levels">Shape [frames, bands]; 0 to 255.</param>
    public static Image Of(Matrix levels)
    {
        (int width, int height) = (levels.Rows, levels.Columns);
        byte[] bytes = new byte[height * width * 3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int place = 3 * ((y * width) + x);
                (bytes[place], bytes[place + 1], bytes[place + 2]) = ColorMap.Magma((byte)levels[x, height - 1 - y]);
            }
        }

        return new Image(height, width, 3, bytes);
    }
}
