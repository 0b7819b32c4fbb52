namespace Research.Data.Music;

/// <summary>A note of a piece.</summary>
/// <param name="StartSeconds">When its key is struck, from the piece's start.</param>
/// <param name="EndSeconds">When it is damped: the key is released and the sustain pedal is up. Never before the start.</param>
/// <param name="Key">MIDI's number of the key, 0 to 127; 69 is 440 Hz. Of drums the number of the instrument.</param>
/// <param name="Velocity">How hard, 1 to 127.</param>
/// <param name="Program">MIDI's number of the instrument, 0 to 127; 0 is a grand piano.</param>
/// <param name="IsDrum">Whether it stands on the channel of the drums.</param>
public readonly record struct Note(double StartSeconds, double EndSeconds, int Key, int Velocity, int Program, bool IsDrum);
