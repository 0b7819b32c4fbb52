using Research.Numerics;

namespace Research.Data.Digits;

/// <summary>The Free Spoken Digit Dataset: "{digit}_{speaker}_{index}.wav"; indices 0-4 are the test set.</summary>
public static class Fsdd
{
    private const int TestIndices = 5;

    /// <summary>Reads every recording of a verified folder.</summary>
    public static IReadOnlyList<Clip> Read(string folder) => WavFolder.Read(Path.Combine(folder, "recordings"), Parse);

    internal static Clip Parse(string name, Waveform waveform)
    {
        string[] parts = name.Split('_');
        if (
            parts.Length != 3
            || parts[0].Length != 1
            || !char.IsAsciiDigit(parts[0][0])
            || !int.TryParse(parts[2], out int index)
        )
        {
            throw new ResearchException($"'{name}.wav' is not named digit_speaker_index, as FSDD's recordings are.");
        }

        return new Clip(name, parts[0], parts[1], index < TestIndices ? Part.Test : Part.Train, waveform);
    }
}
