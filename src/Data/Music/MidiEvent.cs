namespace Research.Data.Music;

/// <summary>An event of a track that says something of notes or time.</summary>
/// <param name="Tick">From the start of the piece.</param>
/// <param name="Track">From 0.</param>
/// <param name="Status">As in the file: kind and channel; <see cref="Tempo"/> and <see cref="End"/> stand for those of the whole piece.</param>
/// <param name="First">Key, controller or program; of a tempo microseconds a quarter note.</param>
/// <param name="Second">Velocity or value.</param>
internal readonly record struct MidiEvent(long Tick, int Track, int Status, int First, int Second)
{
    public const int NoteOff = 0x80;
    public const int NoteOn = 0x90;
    public const int Controller = 0xB0;
    public const int Program = 0xC0;
    public const int Tempo = 0x151;
    public const int End = 0x12F;

    public int Kind => Status >= 0x100 ? Status : Status & 0xF0;

    public int Channel => Status & 0x0F;
}
