namespace Research.Data.Audio.Decoding;

/// <summary>What a decoder made of a file.</summary>
/// <param name="Wav">Its samples.</param>
/// <param name="Decoder">Name and version.</param>
/// <param name="Warnings">What the file says of itself and is not so, a sentence each without its full stop.</param>
internal sealed record DecodedSound(Stream Wav, string Decoder, IReadOnlyList<string> Warnings);
