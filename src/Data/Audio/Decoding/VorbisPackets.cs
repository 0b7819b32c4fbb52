using NVorbis.Contracts;

namespace Research.Data.Audio.Decoding;

/// <summary>A stream's packets, none of which says that it is the last.</summary>
/// <remarks>
/// NVorbis takes from its last packet what the stream's stated length leaves out, also where that is more than the packet has; then it reads for
/// ever. Without a last packet it decodes all there is, and <see cref="VorbisSound"/> cuts at the stated length.
/// </remarks>
internal sealed class VorbisPackets(IPacketProvider packets) : IPacketProvider
{
    public bool CanSeek => packets.CanSeek;

    public int StreamSerial => packets.StreamSerial;

    public IPacket? GetNextPacket() => Endless(packets.GetNextPacket());

    public IPacket? PeekNextPacket() => Endless(packets.PeekNextPacket());

    public long SeekTo(long granulePos, int preRoll, GetPacketGranuleCount getPacketGranuleCount) =>
        packets.SeekTo(granulePos, preRoll, getPacketGranuleCount);

    public long GetGranuleCount() => packets.GetGranuleCount();

    private static EndlessPacket? Endless(IPacket? packet) => packet is null ? null : new EndlessPacket(packet);

    private sealed class EndlessPacket(IPacket packet) : IPacket
    {
        public bool IsEndOfStream => false;

        public bool IsResync => packet.IsResync;

        public bool IsShort => packet.IsShort;

        public long? GranulePosition => packet.IsEndOfStream ? null : packet.GranulePosition; // the stated length is no position

        public int BitsRead => packet.BitsRead;

        public int BitsRemaining => packet.BitsRemaining;

        public int ContainerOverheadBits => packet.ContainerOverheadBits;

        public ulong TryPeekBits(int count, out int bitsRead) => packet.TryPeekBits(count, out bitsRead);

        public void SkipBits(int count) => packet.SkipBits(count);

        public ulong ReadBits(int count) => packet.ReadBits(count);

        public void Done() => packet.Done();

        public void Reset() => packet.Reset();
    }
}
