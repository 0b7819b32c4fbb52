using NVorbis;
using NVorbis.Ogg;
using Packets = NVorbis.Contracts.IPacketProvider;

namespace Research.Data.Audio.Decoding;

/// <summary>The first stream of an Ogg Vorbis file, decoded up to the length that it states.</summary>
internal sealed class VorbisSound : IDisposable
{
    private readonly ContainerReader _container;
    private readonly StreamDecoder _decoder;
    private readonly long _length; // frames, with those before the stream's beginning
    private long _frames;

    /// <exception cref="InvalidDataException">There is no stream of Vorbis.</exception>
    public VorbisSound(Stream file)
    {
        var streams = new List<Packets>(); // the container itself holds them weakly
        file.Position = 0;
        _container = new ContainerReader(file, closeOnDispose: false)
        {
            NewStreamCallback = packets =>
            {
                streams.Add(packets);
                return true;
            },
        };
        if (!_container.TryInit() || streams is not [Packets first, ..])
        {
            throw new InvalidDataException("The file has no stream of Ogg Vorbis.");
        }

        _decoder = new StreamDecoder(new VorbisPackets(first));
        _length = first.GetGranuleCount();
    }

    public int Channels => _decoder.Channels;

    public int SampleRate => _decoder.SampleRate;

    /// <summary>The next values, channel by channel in turn; 0 at the end.</summary>
    /// <param name="buffer">Whole frames.</param>
    public int Read(float[] buffer)
    {
        int count = _decoder.Read(buffer, 0, buffer.Length);
        _frames += count / Channels;
        long begins = _decoder.SamplePosition - _frames; // a stream cut from another does not begin at 0
        long beyond = Math.Max(0, _frames + begins - _length) * Channels;
        return (int)Math.Max(0, count - beyond);
    }

    public void Dispose()
    {
        _decoder.Dispose();
        _container.Dispose();
    }
}
