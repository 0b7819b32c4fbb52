using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Corpora.Music.Instruments;
using Research.Data;
using Research.Data.Audio.Wav;
using Research.Data.Music;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>research data render: plays a MIDI file on the package's own instruments, for ears and for other programs.</summary>
internal static class RenderCommand
{
    private const double TailSeconds = 2; // for the last notes to die away

    public static Command Create()
    {
        var piece = new Argument<string>("piece") { Description = "A Standard MIDI File." };
        var sound = new Argument<string>("sound") { Description = "The WAV file to write." };
        var rate = new Option<int>("--rate") { Description = "Sample rate, hertz.", DefaultValueFactory = _ => 22_050 };
        var seconds = new Option<double>("--seconds")
        {
            Description = "What lies later is left out.",
            DefaultValueFactory = _ => 600,
        };
        return new ToolCommand(
            "render",
            "Plays a MIDI file on our piano and drums, the same samples everywhere, and writes a WAV of 16 bits.",
            ["research data render piece.mid piece.wav --seconds 30"]
        )
            .Taking(piece, sound, rate, seconds)
            .Doing(parsed =>
                Render(
                    parsed.GetValue(piece)!,
                    parsed.GetValue(sound)!,
                    new RenderSettings
                    {
                        SampleRateHz = parsed.GetValue(rate),
                        LongestSeconds = parsed.GetValue(seconds),
                        TailSeconds = TailSeconds,
                    }
                )
            );
    }

    private static int Render(string file, string sound, RenderSettings settings)
    {
        MidiPiece piece = MidiReader.Read(file);
        Waveform wave = PieceRenderer.Render(piece, settings);
        WavWriter.Write(sound, wave);
        Terminal.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sound}: {piece.Notes.Count} notes, {wave.DurationSeconds:0.0} s of the piece's {piece.Seconds:0.0} s"
            )
        );
        return ExitCodes.Well;
    }
}
