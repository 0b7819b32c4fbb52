using System.IO.Compression;
using Research.Data.Audio;
using Research.Numerics;

namespace Research.Data.SpeechEmotion;

/// <summary>ShEMO (Mohamad Nezami, Jamshid Lou and Karami, 2019): "F01A01.wav", sex and speaker, emotion, utterance; 87 Persian speakers, 44.1 kHz.</summary>
/// <remarks>Published as two archives, women and men, whose digests alone are known; so they are kept packed and read in place.</remarks>
public static class Shemo
{
    private const int ShortestName = 6;

    private static readonly Dictionary<char, string> Emotions = new()
    {
        ['A'] = Emotion.Anger,
        ['W'] = Emotion.Surprise,
        ['F'] = Emotion.Fear,
        ['H'] = Emotion.Happiness,
        ['S'] = Emotion.Sadness,
        ['N'] = Emotion.Neutral,
    };

    /// <summary>Reads every recording of the archives in a verified folder, in ordinal order of the names.</summary>
    /// <exception cref="ResearchException">An archive holds a WAV that is not named as ShEMO's are.</exception>
    public static IReadOnlyList<Clip> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.zip").SelectMany(ReadArchive).OrderBy(clip => clip.Name, StringComparer.Ordinal)];

    internal static Clip Parse(string name, Waveform waveform)
    {
        if (
            name.Length < ShortestName
            || name[0] is not ('F' or 'M')
            || !Emotions.TryGetValue(name[3], out string? emotion)
            || !name.Where((_, i) => i is 1 or 2 or > 3).All(char.IsAsciiDigit)
        )
        {
            throw new ResearchException(
                $"'{name}.wav' is not named F or M, two digits of the speaker, one of {string.Join(' ', Emotions.Keys)} and the utterance's number (F01A01), as ShEMO's recordings are."
            );
        }

        return new Clip(name, emotion, name[..3], null, waveform);
    }

    private static IEnumerable<Clip> ReadArchive(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in zip.Entries.Where(e => e.Name.EndsWith(".wav", StringComparison.OrdinalIgnoreCase)))
        {
            using var bytes = new MemoryStream();
            using (Stream source = entry.Open())
            {
                source.CopyTo(bytes);
            }

            yield return Parse(Path.GetFileNameWithoutExtension(entry.Name), WavReader.Parse(bytes.ToArray(), entry.FullName));
        }
    }
}
