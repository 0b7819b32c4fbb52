namespace Research.Torch.Tests.Autograd;

public class BackwardTests
{
    [Fact]
    public void Gradients_of_two_backwards_add_up()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(2);
        (x * x).backward();
        (x * 3f).backward();
        Assert.Equal(7, x.grad!.item<float>());
    }

    [Fact]
    public void The_gradient_that_a_user_holds_is_the_one_that_grows()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(2);
        (x * x).backward();
        Tensor held = x.grad!;
        held.mul_((Scalar)10);
        Assert.Equal(40, x.grad!.item<float>());
    }

    [Fact]
    public void A_gradient_given_to_backward_is_not_changed_by_later_sums()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones([3], requires_grad: true);
        Tensor start = ones(3);
        x.alias().backward([start]);
        x.grad!.mul_((Scalar)5);
        Assert.Equal([1f, 1, 1], start.data<float>().ToArray());
    }

    [Fact]
    public void A_shared_subexpression_gets_the_sum_of_both_ways()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(3);
        Tensor square = x * x;
        (square + (square * square)).backward(); // 2x + 4x³
        Assert.Equal(114, x.grad!.item<float>());
    }

    [Fact]
    public void A_graph_is_freed_by_backward()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(3);
        Tensor y = x.exp();
        y.backward();
        string message = Assert.Throws<InvalidOperationException>(() => y.backward()).Message;
        Assert.Contains("retain_graph", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retained_graph_can_be_walked_twice()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(3);
        Tensor y = x * x;
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal(12, x.grad!.item<float>());
    }

    [Fact]
    public void Backward_needs_a_single_number_or_a_gradient()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones([2], requires_grad: true);
        string message = Assert.Throws<InvalidOperationException>(() => (x * 2f).backward()).Message;
        Assert.Contains("[2]", message, StringComparison.Ordinal);
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => x.backward([ones(3)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_from_what_nothing_asked_for_is_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor y = ones(1) * 2f;
        Assert.Throws<InvalidOperationException>(() => y.backward());
    }

    [Fact]
    public void Backward_of_a_leaf_leaves_one()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(3);
        x.backward();
        Assert.Equal(1, x.grad!.item<float>());
    }

    [Fact]
    public void Backward_with_inputs_fills_those_alone()
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor x, Tensor y) = (Leaf(2), Leaf(3));
        (x * y).backward(inputs: [x]);
        Assert.Equal(3, x.grad!.item<float>());
        Assert.Null(y.grad);
    }

    [Fact]
    public void A_result_keeps_its_gradient_only_where_asked()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(2);
        Tensor kept = x * x;
        Tensor other = kept * 3f;
        kept.retain_grad();
        other.backward();
        Assert.Equal(3, kept.grad!.item<float>());
        Assert.Null(other.grad);
    }

    [Fact]
    public void Detached_values_lead_nowhere_and_share_memory()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(3);
        Tensor detached = (x * x).detach();
        (detached * x).backward();
        Assert.False(detached.requires_grad);
        Assert.Equal(9, x.grad!.item<float>());
        Tensor source = zeros(2);
        source.detach().fill_(4f);
        Assert.Equal(4, source[1].item<float>());
    }

    [Fact]
    public void Within_no_grad_nothing_is_recorded_and_modes_nest()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(3);
        using (no_grad())
        {
            Assert.False((x * x).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * x).requires_grad);
            }

            Assert.False(is_grad_enabled());
        }

        Assert.True((x * x).requires_grad);
    }

    [Fact]
    public void Whole_numbers_have_no_gradient() =>
        Assert.Throws<InvalidOperationException>(() => tensor([1L, 2]).requires_grad = true);

    [Fact]
    public void A_long_chain_is_walked_without_recursion()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Leaf(1);
        Tensor y = x;
        for (int i = 0; i < 20_000; i++)
        {
            y = y + 1f;
        }

        y.backward();
        Assert.Equal(1, x.grad!.item<float>());
    }

    private static Tensor Leaf(float value) => tensor(value, requires_grad: true);
}
