using Research.Numerics;

namespace Research.Data.Digits;

/// <summary>The course recordings: "{word}{speaker}.wav", nine words by fifteen speakers, two missing; no published split.</summary>
public static class NtuaDigits
{
    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>Reads every digit of a verified folder; the label is the digit, "1" to "9".</summary>
    public static IReadOnlyList<Clip> Read(string folder) => WavFolder.Read(Path.Combine(folder, "digits"), Parse);

    internal static Clip Parse(string name, Waveform waveform)
    {
        string word = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        int digit = Array.IndexOf(Words, word) + 1;
        if (digit == 0 || word.Length == name.Length)
        {
            throw new ResearchException(
                $"'{name}.wav' is not named word and speaker number (one1 … nine15), as the course's are."
            );
        }

        return new Clip(name, $"{digit}", name[word.Length..], null, waveform);
    }
}
