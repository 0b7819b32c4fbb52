using Research.Data.Audio;
using Research.Data.Audio.Decoding;
using Research.Data.Audio.Reading;
using Research.Numerics;

namespace Research.Data.Own;

/// <summary>Recordings of any format that can be read here, stored as WAV files that the package itself reads.</summary>
/// <remarks>What another program decoded is stored decoded: the digest then pins samples, and no later run needs that program.</remarks>
/// <param name="folder">The user's.</param>
/// <param name="change">What is done to each recording before it is stored, such as a change of its rate; null to store it as it is.</param>
/// <param name="warn">Receives what a recording's header says and is not so, with its name.</param>
public sealed class OwnSounds(string folder, Func<Waveform, Waveform>? change, Action<string> warn) : OwnFiles(folder)
{
    private static readonly string[] Extensions =
    [
        ".wav",
        ".wave",
        ".mp3",
        ".ogg",
        ".oga",
        ".opus",
        ".flac",
        ".m4a",
        ".aac",
        ".aif",
        ".aiff",
        ".au",
        ".caf",
        ".wv",
        ".w64",
        ".rf64",
        ".amr",
        ".wma",
    ];

    public override string Things => "recordings";

    private protected override string Place => "recordings";

    private protected override string StoredExtension => ".wav";

    private protected override bool IsOne(string file) =>
        Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private protected override void Store(string source, string target)
    {
        using OpenRecording recording = RecordingReader.Open(source, RecordingLimits.Anything);
        foreach (string warning in recording.Warnings)
        {
            warn($"{source}: warning: {warning}.");
        }

        if (recording.Count > Waveform.MostSamples)
        {
            throw new ResearchException(
                $"{source}: has {recording.Count} samples; an item has at most {Waveform.MostSamples}. Cut it into several."
            );
        }

        using FileStream file = File.Create(target);
        if (change is null)
        {
            CheckSamples(source);
            recording.CopyTo(file);
        }
        else
        {
            FloatWav.Write(file, change(recording.ReadAll().Wave));
        }
    }

    // What no feature could be computed of is refused now, by the name that the user knows.
    private static void CheckSamples(string source)
    {
        using OpenRecording recording = RecordingReader.Open(source, RecordingLimits.Anything);
        recording.ReadAll();
    }
}
