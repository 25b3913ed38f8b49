import Serving
import Testing

@Suite struct TokenBucketTests {
    @Test func `A burst passes at once, and then one line at its time`() {
        var bucket = TokenBucket(Pace(perSecond: 4, burst: 3), at: 1_000)
        let waits = [1_000, 1_000, 1_000, 1_000, 1_249, 1_250, 1_250].map { bucket.take(at: $0) }
        #expect(waits == [nil, nil, nil, 250, 1, nil, 250])
    }

    @Test func `Whoever waits as long as they are told is let through, at any pace`() {
        for perSecond in [1, 3, 7, 10, 999, 5_000] {
            var now = 5
            var bucket = TokenBucket(Pace(perSecond: perSecond, burst: 1), at: now)
            for _ in 0..<50 {
                if let wait = bucket.take(at: now) {
                    #expect(wait > 0)
                    now += wait
                    let again = bucket.take(at: now)
                    #expect(again == nil)
                }
            }
        }
    }

    @Test func `In the long run no more passes than the pace, whatever the rhythm`() {
        var bucket = TokenBucket(Pace(perSecond: 10, burst: 20), at: 0)
        var passed = 0
        for now in 0..<60_000 where now % 7 != 3 { if bucket.take(at: now) == nil { passed += 1 } }
        #expect((20 + 598...20 + 600).contains(passed))
    }

    @Test func `A long pause fills the bucket and no more, and a clock that stands still gives nothing`() {
        var bucket = TokenBucket(Pace(perSecond: 1_000_000, burst: 2), at: 0)
        let first = bucket.take(at: Int.max / 4)
        let isFull = bucket.isFull(at: Int.max / 2)
        #expect(first == nil && isFull)
        var slow = TokenBucket(Pace(perSecond: 1, burst: 1), at: 9)
        let waits = [9, 9, 3].map { slow.take(at: $0) }
        #expect(waits == [nil, 1_000, 1_000])
    }
}
