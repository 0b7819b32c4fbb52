using Research.Data.Music;

namespace Research.Data.Datasets;

/// <summary>What items made of MIDI files share.</summary>
internal static class MidiItems
{
    /// <summary>The notes of a file, read when they are asked for: shape [notes, 6], see <see cref="MidiPiece.ToMatrix"/>.</summary>
    public static MatrixContent NotesOf(string file) => new(() => MidiReader.Read(file).ToMatrix());

    /// <summary>Valence and arousal by name.</summary>
    public static Dictionary<string, double> Affect(double valence, double arousal) =>
        new() { ["valence"] = valence, ["arousal"] = arousal };
}
