using System.Globalization;
using Research.Data.Audio;
using Research.Data.Audio.Decoding;
using Research.Data.Audio.Reading;
using Research.Numerics;

namespace Research.Data.Own;

/// <summary>Makes the folder of a user's own dataset: its recordings as WAV files that the package itself reads, and the index.</summary>
/// <remarks>What another program decoded is stored decoded: the digest then pins samples, and no later run needs that program.</remarks>
public static class OwnFolder
{
    /// <summary>Patterns of the files, for the lock.</summary>
    public static IReadOnlyList<string> Files { get; } = [OwnIndex.FileName, OwnRecordings.Folder + "/*.wav"];

    /// <param name="source">The user's folder.</param>
    /// <param name="items">Checked.</param>
    /// <param name="target">An empty folder.</param>
    /// <param name="change">What is done to each recording before it is stored, such as a change of its rate; null to store it as it is.</param>
    /// <param name="warn">Receives what a recording's header says and is not so, with its name.</param>
    /// <exception cref="RecordingException">A recording cannot be read; the message names it.</exception>
    public static void Write(string source, IReadOnlyList<OwnItem> items, string target, Func<Waveform, Waveform>? change, Action<string> warn)
    {
        Directory.CreateDirectory(Path.Combine(target, OwnRecordings.Folder));
        var stored = new List<(OwnItem, string)>();
        foreach (OwnItem item in items.OrderBy(item => item.Id, StringComparer.Ordinal))
        {
            string file = string.Create(CultureInfo.InvariantCulture, $"{OwnRecordings.Folder}/{stored.Count + 1:00000}.wav");
            Store(Path.Combine(source, item.File), Path.Combine(target, file), change, warn);
            stored.Add((item, file));
        }

        File.WriteAllBytes(Path.Combine(target, OwnIndex.FileName), OwnIndex.Write(stored));
    }

    private static void Store(string path, string target, Func<Waveform, Waveform>? change, Action<string> warn)
    {
        using OpenRecording recording = RecordingReader.Open(path, RecordingLimits.Anything);
        foreach (string warning in recording.Warnings)
        {
            warn($"{path}: warning: {warning}.");
        }

        if (recording.Count > Waveform.MostSamples)
        {
            throw new ResearchException($"{path}: has {recording.Count} samples; an item has at most {Waveform.MostSamples}. Cut it into several.");
        }

        using FileStream file = File.Create(target);
        if (change is null)
        {
            recording.CopyTo(file);
        }
        else
        {
            FloatWav.Write(file, change(recording.ReadAll().Wave));
        }
    }
}
