using Research.Pipeline.Files;

namespace Research.Pipeline.Tests.Files;

public class SampleCodingTests
{
    [Fact]
    public void Every_bit_of_every_value_reads_back()
    {
        double[] values = [-0.0, double.NaN, double.MaxValue, double.NegativeInfinity, double.Epsilon, 0.1, -1e300, 7, 0];
        double[] back = SampleCoding.Decode(SampleCoding.Encode(values), values.Length);
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), back.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_NaN_has_the_same_bytes_whichever_machine_computed_it() =>
        Assert.Equal(
            SampleCoding.Encode([1, BitConverter.UInt64BitsToDouble(0xFFF8_0000_0000_0000)]), // x86
            SampleCoding.Encode([1, BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000)]) // Arm
        );

    [Fact]
    public void Bytes_of_another_count_of_values_are_refused() =>
        Assert.Throws<InvalidDataException>(() => SampleCoding.Decode(new byte[16], 3));
}
