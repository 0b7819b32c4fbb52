using Research.Numerics;

namespace Research.Data.Digits;

/// <summary>"one two three" by two of the course's speakers: onetwothree1.wav (a man) and onetwothree8.wav (a woman).</summary>
public static class NtuaPhrases
{
    private const string Phrase = "onetwothree";

    /// <summary>Reads both; the label is "one two three", the speaker the number.</summary>
    public static IReadOnlyList<Clip> Read(string folder) => WavFolder.Read(folder, Parse);

    internal static Clip Parse(string name, Waveform waveform) =>
        name.StartsWith(Phrase, StringComparison.Ordinal) && name.Length > Phrase.Length
            ? new Clip(name, "one two three", name[Phrase.Length..], null, waveform)
            : throw new ResearchException($"'{name}.wav' is not named {Phrase} and a speaker number, as the course's are.");
}
